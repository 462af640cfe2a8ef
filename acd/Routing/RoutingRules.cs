using System.Text.Json.Serialization;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>Everything the router goes by. Compiled from what administrators set up; never changes.</summary>
/// <param name="Version">Grows with every change; stands in the reason of each decision.</param>
/// <param name="Queues">All queues.</param>
/// <param name="Agents">All agents.</param>
public sealed record RoutingRules(
    long Version, IReadOnlyList<RoutingQueue> Queues, IReadOnlyList<RoutingAgent> Agents)
{
    /// <summary>Before anything was set up.</summary>
    public static RoutingRules None { get; } = new(0, [], []);
}

/// <summary>How callers of one queue find their agents.</summary>
/// <param name="Queue">Which.</param>
/// <param name="Steps">
/// At least one, in growing order of <see cref="RoutingStep.After"/>; the first is due at once.
/// </param>
public sealed record RoutingQueue(QueueId Queue, IReadOnlyList<RoutingStep> Steps)
{
    /// <summary>What must be free for it in an agent: <c>voice</c>, <c>chat</c>.</summary>
    public string Channel { get; init; } = RoutingCapacity.Voice;

    /// <summary>Only their members serve it; empty for everybody.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Key of a strategy.</summary>
    public string Strategy { get; init; } = "longest-idle";

    /// <summary>What the strategy is told, by the name of the term.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>So much earlier does one point of priority put a caller.</summary>
    public double SecondsPerPriorityPoint { get; init; }

    /// <summary>
    /// How long after he was queued a caller waits for an agent he prefers, when he himself does not say until when; by
    /// reason. Without one the strategy says.
    /// </summary>
    public IReadOnlyDictionary<string, TimeSpan> PersonalWaits { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>
    /// What its callers will ask of agents themselves, as far as it is known: lines stand ready for the first of them.
    /// Null: not known, and lines are made when he comes.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Wishes { get; init; }

    /// <summary>A queue that asks for the same however long one waits.</summary>
    public static RoutingQueue Simple(QueueId queue, string requirement) =>
        new(queue, [new RoutingStep(TimeSpan.Zero, requirement)]);
}

/// <summary>What is asked of an agent from some moment of the wait on.</summary>
/// <param name="After">Since the caller was queued.</param>
/// <param name="Requirement">An expression over skills; empty for none.</param>
public sealed record RoutingStep(TimeSpan After, string Requirement);

/// <summary>What an agent can do.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Skills">Skill to level, 1 to 10.</param>
public sealed record RoutingAgent(AgentId Agent, IReadOnlyDictionary<string, int> Skills)
{
    /// <summary>Preference of a queue that is not listed because none is.</summary>
    public const int PreferenceDefault = 1;

    /// <summary>Groups he is a member of.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Queue to preference, 1 (first) to 9; empty: all queues alike.</summary>
    public IReadOnlyDictionary<string, int> Queues { get; init; } = new Dictionary<string, int>();

    /// <summary>How many of each channel at once.</summary>
    public RoutingCapacity Capacity { get; init; } = RoutingCapacity.OneCall;
}

/// <summary>How much an agent can have in hand.</summary>
/// <param name="Channels">Channel to how many at once; a channel that is not named is none.</param>
/// <param name="VoiceIsAlone">Whoever talks gets nothing else, and whoever has something else is not called.</param>
public sealed record RoutingCapacity(IReadOnlyDictionary<string, int> Channels, bool VoiceIsAlone)
{
    /// <summary>The channel of calls.</summary>
    public const string Voice = "voice";

    /// <summary>The channel of written conversations.</summary>
    public const string Chat = "chat";

    /// <summary>One call at a time and nothing else.</summary>
    public static RoutingCapacity OneCall { get; } =
        new(new Dictionary<string, int> { [Voice] = 1 }, VoiceIsAlone: true);
}
