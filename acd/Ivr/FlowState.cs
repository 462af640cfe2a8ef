using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CrmUms.Acd.Ivr;

/// <summary>
/// Where a caller is in a flow, and what is known of him. A value: it can be written down and read back. What he has
/// typed and not finished, and what is private, is not written; a state that was read is driven on by
/// <see cref="FlowEvent.Resumed"/>.
/// </summary>
public sealed record FlowState
{
    /// <summary>
    /// The node of a caller whom the flow cannot lead on: a queue, or we hang up. No node of a flow has this id.
    /// </summary>
    public const string Fallback = "!";

    /// <summary>The flow he is in; within a sub-flow, that.</summary>
    public required string Flow { get; init; }

    /// <summary>The node he is at; empty before the start.</summary>
    public string Node { get; init; } = "";

    /// <summary>The language he hears; empty before the start.</summary>
    public string Language { get; init; } = "";

    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Variables that are never written down.</summary>
    [JsonIgnore]
    public ImmutableDictionary<string, string> Private { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What he calls about, as far as a flow has found out: the variable <c>topic</c>.</summary>
    [JsonIgnore]
    public string? Topic => Variables.GetValueOrDefault("topic");

    /// <summary>Where sub-flows lead back to, the innermost last.</summary>
    public ImmutableArray<FlowReturn> Returns { get; init; } = [];

    /// <summary>Nodes entered so far.</summary>
    public int Visit { get; init; }

    /// <summary>When he came to this node.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The queue he is in, or was in last.</summary>
    public string? Queue { get; init; }

    /// <summary>Keys pressed ahead.</summary>
    [JsonIgnore]
    public string Keys { get; init; } = "";

    /// <summary>How far he is within the node.</summary>
    public FlowProgress Progress { get; init; } = FlowProgress.None;

    /// <summary>Null while he walks.</summary>
    public FlowEnding? Ending { get; init; }

    public bool IsOver => Ending is not null;

    /// <summary>A caller before the first node of a flow.</summary>
    public static FlowState Before(string flow) => new() { Flow = flow };

    /// <summary>The state that a note leads to, as far as it must be known to resume.</summary>
    public FlowState After(FlowNote note) => note switch
    {
        FlowNote.NodeEntered entered => this with
        {
            Flow = entered.Flow,
            Node = entered.Node,
            Visit = entered.Visit,
            Since = entered.Since,
            Language = entered.Language ?? Language,
            Queue = entered.Queue ?? Queue,
            Returns = entered.Returns is { } returns ? [.. returns] : Returns,
            Variables = entered.Set is { } set ? Variables.SetItems(set) : Variables,
            Progress = FlowProgress.None,
        },
        FlowNote.VariablesChanged changed => this with { Variables = Variables.SetItems(changed.Set) },
        FlowNote.DialStarted dial => this with { Progress = FlowProgress.None with { Awaited = dial.Request } },
        FlowNote.DialAnswered dial => this with
        {
            Progress = FlowProgress.None with { Awaited = dial.Request, Stage = FlowProgress.Talking },
        },
        FlowNote.DialEnded => this with { Progress = FlowProgress.None },
        FlowNote.Ended ended => this with { Ending = ended.Ending, Progress = FlowProgress.None },
        _ => this,
    };

    /// <summary>Says where he is, and nothing of him.</summary>
    public override string ToString() => $"{Flow}/{Node} visit {Visit} {Progress.Stage}";
}

/// <summary>How far a caller is within one node.</summary>
public sealed record FlowProgress
{
    /// <summary>The stage of a leg that was dialled and answered.</summary>
    public const string Talking = "talking";

    public static FlowProgress None { get; } = new();

    /// <summary>A word of the node's own.</summary>
    public string Stage { get; init; } = "";

    /// <summary>The play that sounds now, or null.</summary>
    public string? Playing { get; init; }

    /// <summary>The timer that runs, or null.</summary>
    public string? Timer { get; init; }

    /// <summary>The request whose answer is waited for, or null.</summary>
    public string? Awaited { get; init; }

    /// <summary>Requests made at this visit.</summary>
    public int Requests { get; init; }

    /// <summary>Attempts that failed.</summary>
    public int Misses { get; init; }

    /// <summary>What he has typed so far. Never written down.</summary>
    [JsonIgnore]
    public string Digits { get; init; } = "";
}
