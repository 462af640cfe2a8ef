namespace CrmUms.Acd.Ivr.Checking;

/// <summary>What a flow may name. Null: not known, and then it is not checked.</summary>
public sealed record FlowSurroundings
{
    /// <summary>Nothing is known: only what the flow itself says is checked.</summary>
    public static FlowSurroundings Unknown { get; } = new();

    public IReadOnlySet<string>? Queues { get; init; }

    public IReadOnlySet<string>? Skills { get; init; }

    public IReadOnlySet<string>? Calendars { get; init; }

    /// <summary>The flows that callers would be led into, by id.</summary>
    public IReadOnlyDictionary<string, FlowGraph>? Flows { get; init; }

    /// <summary>
    /// Whether a prompt is there in just this language: its name, then <c>ru</c>, <c>uz</c> or <c>en</c>.
    /// </summary>
    public Func<string, string, bool>? HasPrompt { get; init; }
}
