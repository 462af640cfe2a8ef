using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Shared;

namespace CrmUms.CrmCore.Cases;

/// <summary>
/// A case as the events of its interaction make it. Pure: storage loads it, folds events into it, saves it.
/// </summary>
public sealed record CaseState(
    CaseId Case,
    ClientId? Client,
    CaseStatus Status,
    string? Topic,
    string? Result,
    string Note,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt)
{
    /// <summary>The case opened with an interaction bears its id.</summary>
    public static CaseId IdOf(InteractionId interaction) => new(interaction.Value);

    /// <summary>The case after an event. An event that says nothing about the case leaves it as it is.</summary>
    /// <param name="current">Null before the first event of the interaction, whichever that is.</param>
    /// <param name="happened">What has happened to the interaction.</param>
    public static CaseState After(CaseState? current, IInteractionEvent happened)
    {
        var state = current ?? new CaseState(
            IdOf(happened.Interaction), null, CaseStatus.New, null, null, "", happened.At, happened.At);
        return happened switch
        {
            CallerIdentified identified => state with { Client = identified.Identity.Client, ChangedAt = happened.At },
            InteractionConnected => state.Moved(CaseFact.TalkBegan, happened.At),
            WrapUpRecorded recorded => state.WithResult(recorded),
            InteractionClosed => state.Moved(CaseFact.InteractionClosed, happened.At),
            _ => state,
        };
    }

    private CaseState WithResult(WrapUpRecorded recorded)
    {
        var (topic, result, note) = recorded.Result;
        var fact = CaseResults.Settles(result) ? CaseFact.SettlingResultRecorded : CaseFact.OpenResultRecorded;
        return Moved(fact, recorded.At) with { Topic = topic, Result = result, Note = note };
    }

    private CaseState Moved(CaseFact fact, DateTimeOffset at) =>
        this with { Status = CaseLifecycle.Advance(Status, fact), ChangedAt = at };
}
