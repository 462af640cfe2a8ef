using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>Why this agent: kept with the interaction, shown to a supervisor in words.</summary>
/// <param name="Strategy">Key of the strategy that chose, e.g. <c>longest-idle</c>.</param>
/// <param name="Skill">The skill that was asked for.</param>
/// <param name="Candidates">How many ready agents had it.</param>
/// <param name="IdleFor">How long the chosen one had been ready.</param>
/// <param name="RunnerUp">The next best, or null when there was none.</param>
/// <param name="RunnerUpIdleFor">How long he had been ready.</param>
public sealed record RoutingReason(
    string Strategy, string Skill, int Candidates, TimeSpan IdleFor, AgentId? RunnerUp, TimeSpan? RunnerUpIdleFor);
