namespace CrmUms.CrmCore.Cases;

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>The client has turned to us; nobody has spoken with him yet.</summary>
    New,

    /// <summary>An agent speaks with the client or records the result.</summary>
    InWork,

    /// <summary>Something remains to be done, or no result was recorded.</summary>
    Postponed,

    /// <summary>Settled.</summary>
    Resolved,

    /// <summary>The client left before anybody spoke with him.</summary>
    Missed,
}

/// <summary>What moves a case.</summary>
public enum CaseFact
{
    TalkBegan,
    SettlingResultRecorded,
    OpenResultRecorded,
    InteractionClosed,
}

/// <summary>The legal moves of a case.</summary>
public static class CaseLifecycle
{
    public static IReadOnlyDictionary<(CaseStatus From, CaseFact Fact), CaseStatus> Moves { get; } =
        new Dictionary<(CaseStatus, CaseFact), CaseStatus>
        {
            [(CaseStatus.New, CaseFact.TalkBegan)] = CaseStatus.InWork,
            [(CaseStatus.New, CaseFact.InteractionClosed)] = CaseStatus.Missed,
            [(CaseStatus.InWork, CaseFact.TalkBegan)] = CaseStatus.InWork, // The first agent's audio was lost for good.
            [(CaseStatus.InWork, CaseFact.SettlingResultRecorded)] = CaseStatus.Resolved,
            [(CaseStatus.InWork, CaseFact.OpenResultRecorded)] = CaseStatus.Postponed,
            // Wrap-up ran out without a result.
            [(CaseStatus.InWork, CaseFact.InteractionClosed)] = CaseStatus.Postponed,
            [(CaseStatus.Postponed, CaseFact.InteractionClosed)] = CaseStatus.Postponed,
            [(CaseStatus.Resolved, CaseFact.InteractionClosed)] = CaseStatus.Resolved,
            // The result comes in time to count although the wrap-up had run out.
            [(CaseStatus.Postponed, CaseFact.SettlingResultRecorded)] = CaseStatus.Resolved,
            [(CaseStatus.Postponed, CaseFact.OpenResultRecorded)] = CaseStatus.Postponed,
        };

    /// <exception cref="InvalidOperationException">The move is not in the table.</exception>
    public static CaseStatus Advance(CaseStatus from, CaseFact fact) =>
        Moves.TryGetValue((from, fact), out var to)
            ? to
            : throw new InvalidOperationException($"{fact} cannot happen to a case that is {from}.");
}
