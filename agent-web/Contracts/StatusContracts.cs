using CrmUms.Acd.Agents;

namespace CrmUms.AgentWeb.Contracts;

internal sealed record StatusView(
    string PbxLink, IReadOnlyList<QueueStatusView> Queues, IReadOnlyList<AgentStatusView> Agents);

internal sealed record QueueStatusView(
    string Id,
    string Name,
    int Waiting,
    int? LongestWaitSeconds,
    int? EstimatedWaitSeconds,
    int? EstimateErrorSeconds);

internal sealed record AgentStatusView(
    string Id, string Name, AgentStatus Status, string? Reason, DateTimeOffset Since);

internal sealed record LogLevelView(string Level);
