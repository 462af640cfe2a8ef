using CrmUms.Acd.Agents;

namespace CrmUms.AgentWeb.Contracts;

internal sealed record StatusView(
    string PbxLink,
    IReadOnlyList<QueueStatusView> Queues,
    IReadOnlyList<AgentStatusView> Agents,
    IReadOnlyList<ReasonView> Reasons);

internal sealed record QueueStatusView(
    string Id,
    string Name,
    int Waiting,
    int? LongestWaitSeconds,
    int? EstimatedWaitSeconds,
    int? EstimateErrorSeconds);

internal sealed record AgentStatusView(
    string Id, string Name, AgentStatus Status, string? Reason, DateTimeOffset Since)
{
    public DateTimeOffset? LimitAt { get; init; }

    public string? Obstacle { get; init; }

    public int OccupancyPercent { get; init; }

    public int ContactsToday { get; init; }

    /// <summary>The talk that a supervisor can go into; null when there is none.</summary>
    public string? TalkId { get; init; }
}

internal sealed record LogLevelView(string Level);
