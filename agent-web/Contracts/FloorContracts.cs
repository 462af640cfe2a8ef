using System.Text.Json.Serialization;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Figures;

namespace CrmUms.AgentWeb.Contracts;

// What travels between a supervisor's page and the floor hub. WIRE.md explains it; tests/wire holds one golden file per
// message. What is null in a change has not changed, and is left out.

public sealed record FloorSnapshot(
    long Sequence,
    DateTimeOffset ServerNow,
    string PbxLink,
    DateOnly Day,
    FloorSetUp SetUp,
    IReadOnlyList<FloorAgent> Agents,
    IReadOnlyList<FloorQueue> Queues,
    IReadOnlyList<FloorCaller> Callers);

public sealed record FloorChange(long Sequence, DateTimeOffset ServerNow)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PbxLink { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Day { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FloorSetUp? SetUp { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FloorAgent>? Agents { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? AgentsGone { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FloorQueue>? Queues { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? QueuesGone { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FloorCaller>? Callers { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CallersGone { get; init; }
}

/// <summary>Nothing has changed since that number; the link lives.</summary>
public sealed record FloorBeat(long Sequence, DateTimeOffset ServerNow);

/// <summary>What the rules call things.</summary>
public sealed record FloorSetUp(
    IReadOnlyList<NamedView> Groups, IReadOnlyList<NamedView> Skills, IReadOnlyList<ReasonView> Reasons);

public sealed record NamedView(string Id, string Name);

/// <summary>One agent; in a change the parts that have changed.</summary>
/// <param name="Id">Which.</param>
/// <param name="Sequence">The number of the event by which he became so.</param>
public sealed record FloorAgent(string Id, long Sequence)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FloorAgentSetUp? SetUp { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FloorAgentState? State { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AgentFiguresView? Figures { get; init; }
}

public sealed record FloorAgentSetUp(
    string Name,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> Queues,
    IReadOnlyDictionary<string, int> Skills);

public sealed record FloorAgentState(AgentStatus Status, string? Reason, DateTimeOffset Since)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LimitAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Obstacle { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FloorCall? Call { get; init; }
}

/// <summary>What he has in hand. An administrator sees neither number nor client.</summary>
public sealed record FloorCall(string InteractionId, CallKind Kind, string Stage, string QueueId, DateTimeOffset Since)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DeskNumber? Number { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FloorClient? Client { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DeskHelp? Help { get; init; }
}

public sealed record FloorClient(string Id, string DisplayName, bool IsVip);

/// <summary>
/// Today of one agent. Busy and idle are without the present span: that counts as <paramref name="Work"/> since
/// <paramref name="WorkSince"/>.
/// </summary>
public sealed record AgentFiguresView(
    int Contacts,
    int Handled,
    double TalkSeconds,
    double HoldSeconds,
    double WrapUpSeconds,
    double BusySeconds,
    double IdleSeconds,
    WorkKind Work,
    DateTimeOffset WorkSince);

/// <summary>One queue; in a change the parts that have changed.</summary>
public sealed record FloorQueue(string Id, long Sequence)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FloorQueueSetUp? SetUp { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FloorLine? Line { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QueueFiguresView? Figures { get; init; }
}

/// <param name="Name">Shown.</param>
/// <param name="AnswerWithinSeconds">T of the service level.</param>
/// <param name="SecondsPerPriorityPoint">By how much a point makes a caller older.</param>
public sealed record FloorQueueSetUp(string Name, int AnswerWithinSeconds, int SecondsPerPriorityPoint);

/// <param name="Waiting">Who stands in it.</param>
/// <param name="LongestSince">Since when the first of them waits in it; null when nobody does.</param>
/// <param name="EstimatedWaitSeconds">How long whoever came now would wait; null when it is not known.</param>
/// <param name="Agents">Signed in who serve it.</param>
/// <param name="Ready">Of these, who can take a call now.</param>
public sealed record FloorLine(
    int Waiting, DateTimeOffset? LongestSince, int? EstimatedWaitSeconds, int Agents, int Ready);

public sealed record QueueFiguresView(
    int Offered,
    int Answered,
    int AnsweredWithin,
    int Abandoned,
    int AbandonedWithin,
    int LeftOtherwise,
    double WaitSeconds,
    int Handled,
    double TalkSeconds,
    double HoldSeconds,
    double WrapUpSeconds);

/// <summary>
/// Who waits, or is with nobody of ours: then <c>place</c> says where. Of a line first goes the smallest
/// <c>since - priority x secondsPerPriorityPoint</c>.
/// </summary>
public sealed record FloorCaller(
    string InteractionId,
    long Sequence,
    CallKind Kind,
    string QueueId,
    DeskNumber? Number,
    FloorClient? Client,
    DateTimeOffset Since,
    int Priority,
    int PointsGiven)
{
    /// <summary>The agent for whom he waits, by a supervisor's word, until <see cref="AssignedUntil"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AssignedTo { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AssignedUntil { get; init; }

    /// <summary>Where he is since then instead of in a line; null: he stands in one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactWhere? Place { get; init; }

    /// <summary>The name of the flow that has him, or the number outside that talks with him.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Through { get; init; }

    /// <summary>A call-back that is tried again then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DueAt { get; init; }
}
