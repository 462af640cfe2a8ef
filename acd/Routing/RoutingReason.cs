using System.Text.Json.Serialization;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>Why this agent: kept with the interaction, shown to a supervisor in words.</summary>
/// <param name="Strategy">Key of the strategy that chose, e.g. <c>longest-idle</c>.</param>
/// <param name="Skill">What was asked of agents at that moment, as an expression over skills.</param>
/// <param name="Candidates">How many free agents fulfilled it.</param>
/// <param name="IdleFor">How long the chosen one had been ready.</param>
/// <param name="RunnerUp">The next best, or null when there was none.</param>
/// <param name="RunnerUpIdleFor">How long he had been ready.</param>
/// <param name="Grounds">Everything else; null in decisions of before it was kept.</param>
public sealed record RoutingReason(
    string Strategy,
    string Skill,
    int Candidates,
    TimeSpan IdleFor,
    AgentId? RunnerUp,
    TimeSpan? RunnerUpIdleFor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RoutingGrounds? Grounds = null);

/// <summary>What a decision was based on.</summary>
/// <param name="Queue">In which queue the caller waited.</param>
/// <param name="Step">Which step of its requirement had been reached, from 0.</param>
/// <param name="RulesVersion">Version of the rules.</param>
/// <param name="Priority">The caller's.</param>
/// <param name="Personal">Why he waited for this very agent; null when he did not.</param>
/// <param name="Ranking">The best candidates, best first, at most <see cref="RankingMax"/>.</param>
/// <param name="Exclusions">Agents of the queue who were none, at most <see cref="ExclusionsMax"/>.</param>
/// <param name="ExcludedTotal">How many agents who are here and could serve the caller were not free.</param>
public sealed record RoutingGrounds(
    QueueId Queue,
    int Step,
    long RulesVersion,
    int Priority,
    string? Personal,
    IReadOnlyList<RoutingCandidate> Ranking,
    IReadOnlyList<RoutingExclusion> Exclusions,
    int ExcludedTotal)
{
    /// <summary>So many candidates are kept with a decision.</summary>
    public const int RankingMax = 5;

    /// <summary>So many exclusions are kept with a decision.</summary>
    public const int ExclusionsMax = 20;
}

/// <summary>An agent who could have been chosen.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Preference">Which preference he gives the queue; lower goes first.</param>
/// <param name="Terms">What the strategy compared.</param>
public sealed record RoutingCandidate(AgentId Agent, int Preference, IReadOnlyList<RoutingTerm> Terms);

/// <summary>One thing that a strategy looks at, with the unit in its name.</summary>
public readonly record struct RoutingTerm(string Name, double Value);

/// <summary>An agent who could not be chosen.</summary>
/// <param name="Agent">Who.</param>
/// <param name="Code">Why: what he is busy with, or one of <see cref="ExclusionCodes"/>.</param>
public readonly record struct RoutingExclusion(AgentId Agent, string Code);

/// <summary>Why an agent cannot be chosen. The codes stand in the journal: a released one is never renamed.</summary>
public static class ExclusionCodes
{
    /// <summary>In a talk.</summary>
    public const string Talking = "talking";

    /// <summary>Recording the result of a talk.</summary>
    public const string WrapUp = "wrap-up";

    /// <summary>Begins the code of whoever takes nobody; his reason follows: <c>not-ready:lunch</c>.</summary>
    public const string NotReadyPrefix = "not-ready:";

    /// <summary>His microphone does not work.</summary>
    public const string Microphone = "microphone";

    /// <summary>His page or his audio leg is not there.</summary>
    public const string Network = "network";

    /// <summary>Gone home.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>Chosen, or his page rings.</summary>
    public const string Reserved = "reserved";

    /// <summary>He lacks what the caller needs at this moment of the wait.</summary>
    public const string SkillTooLow = "skill-too-low";

    /// <summary>He serves other queues only.</summary>
    public const string OtherQueue = "other-queue";

    /// <summary>He has been busy for a greater share of his time than the queue allows.</summary>
    public const string OverOccupancy = "over-occupancy";

    /// <summary>He has as much in hand of this channel as he can.</summary>
    public const string ChannelFull = "channel-full";
}
