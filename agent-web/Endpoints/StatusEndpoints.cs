using CrmUms.Acd.Agents;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Identity;
using CrmUms.AgentWeb.Operation;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>What a supervisor sees of the present.</summary>
internal static class StatusEndpoints
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(5);

    public static void MapStatus(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/status", GetAsync).RequireAuthorization(Policies.Supervision).Produces<StatusView>();

    private static async Task<StatusView> GetAsync(
        Acd.AcdRefs acd, PbxLinkState link, TimeProvider time, CancellationToken cancellation)
    {
        var agents = acd.Agents.Ask<AgentViews>(new GetAgentViews(), ReplyMax, cancellation);
        var queues = acd.Queues.Ask<QueueViews>(new GetQueueViews(), ReplyMax, cancellation);
        var rules = acd.Rules.Ask<CentreRules>(new GetRules(), ReplyMax, cancellation);
        var now = time.GetUtcNow();
        return new StatusView(
            link.Word,
            [.. (await queues).Queues.Select(queue => new QueueStatusView(
                queue.Rule.Id,
                queue.Rule.Name,
                queue.Waiting,
                queue.LongestWaitSince is { } since ? (int)(now - since).TotalSeconds : null,
                (int?)queue.EstimatedWait?.TotalSeconds,
                (int?)queue.EstimateError?.TotalSeconds))],
            [.. (await agents).Agents.Where(agent => !agent.IsSupervisor || agent.Call is not null).Select(ToView)],
            (await rules).ToReasonViews());
    }

    private static AgentStatusView ToView(AgentView agent) =>
        new(agent.Agent.ToString(), agent.DisplayName, agent.Status, agent.Reason, agent.Since)
        {
            LimitAt = agent.LimitAt,
            Obstacle = agent.Obstacle,
            OccupancyPercent = (int)Math.Round(agent.Occupancy * 100),
            ContactsToday = agent.ContactsToday,
            TalkId = agent.Status is AgentStatus.Talking or AgentStatus.Held
                ? agent.Call?.Interaction.ToString()
                : null,
        };
}
