using CrmUms.Acd;
using CrmUms.Acd.Agents;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Identity;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>Whom an agent can call, and bring a call to, as they are now.</summary>
internal static class DirectoryEndpoints
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(5);

    public static void MapDirectory(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/directory", GetAsync).RequireAuthorization(Policies.History).Produces<DirectoryView>();

    private static async Task<DirectoryView> GetAsync(AcdRefs acd, CancellationToken cancellation)
    {
        var agents = acd.Agents.Ask<AgentViews>(new GetAgentViews(), ReplyMax, cancellation);
        var queues = acd.Queues.Ask<QueueViews>(new GetQueueViews(), ReplyMax, cancellation);
        var rules = await acd.Rules.Ask<CentreRules>(new GetRules(), ReplyMax, cancellation);
        List<DirectoryAgent> colleagues =
            [.. (await agents).Agents.Select(agent => ToView(agent, rules)).OrderBy(agent => agent.Name)];
        return new DirectoryView(
            colleagues,
            [
                .. from queue in (await queues).Queues
                   where rules.Find<QueueRule>(queue.Rule.Id) is not null
                   select new DirectoryQueue(
                       queue.Rule.Id, queue.Rule.Name, queue.Waiting, queue.Agents,
                       (int?)queue.EstimatedWait?.TotalSeconds),
            ],
            [.. rules.All<SkillRule>().Select(skill => ToView(skill, colleagues))]);
    }

    private static DirectorySkill ToView(SkillRule skill, List<DirectoryAgent> colleagues)
    {
        var skilled = colleagues.Where(agent => agent.Skills.GetValueOrDefault(skill.Id) > 0).ToList();
        return new DirectorySkill(
            skill.Id,
            skill.Name,
            skilled.Count(agent => agent.Available),
            skilled.Count(agent => agent.Status != AgentStatus.SignedOut));
    }

    private static DirectoryAgent ToView(AgentView agent, CentreRules rules)
    {
        var rule = rules.Find<AgentRule>(agent.Agent.ToString());
        return new DirectoryAgent(
            agent.Agent.ToString(),
            agent.DisplayName,
            agent.Status,
            agent.Reason,
            agent.Since,
            agent is { Status: AgentStatus.Ready, Obstacle: null },
            rule?.Skills ?? new Dictionary<string, int>(),
            rule?.Groups ?? []);
    }
}
