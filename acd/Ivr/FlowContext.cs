namespace CrmUms.Acd.Ivr;

/// <summary>
/// What a step needs to know of the world. Handed in with each step; nothing of it is kept in the state.
/// </summary>
public sealed record FlowContext
{
    /// <summary>
    /// The flows and what they name. A caller keeps the library he began with: publishing a flow does not move him.
    /// </summary>
    public required FlowLibrary Library { get; init; }

    /// <summary>The present moment.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>
    /// Begins the ids of this caller's requests: letters, digits and hyphens, unlike those of any other caller.
    /// </summary>
    public required string Run { get; init; }

    /// <summary>The caller's number; empty when it is hidden.</summary>
    public string Number { get; init; } = "";

    /// <summary>The number he called.</summary>
    public string Dialled { get; init; } = "";

    /// <summary>Who he is, once the CRM has told.</summary>
    public FlowClient? Client { get; init; }

    /// <summary>How a queue looks now; null when nothing is known of it.</summary>
    public Func<string, QueueOutlook?> QueueOutlook { get; init; } = static _ => null;

    /// <summary>The value of a secret by its name without <c>secret.</c>; null when there is none.</summary>
    public Func<string, string?> Secret { get; init; } = static _ => null;
}

/// <summary>What a caller would find in a queue.</summary>
/// <param name="Waiting">Callers who wait.</param>
/// <param name="EstimatedWait">How long he would wait; null when nothing is known of it.</param>
/// <param name="Agents">Agents signed in who serve it; null when nothing is known of them.</param>
public sealed record QueueOutlook(int Waiting, TimeSpan? EstimatedWait, int? Agents);

/// <summary>What a step leads to: journal the notes, then carry out the effects, in their order.</summary>
public sealed record FlowStep(FlowState State, IReadOnlyList<FlowNote> Notes, IReadOnlyList<FlowEffect> Effects);
