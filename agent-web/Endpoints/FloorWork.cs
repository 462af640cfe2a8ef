using System.Collections.Immutable;
using CrmUms.Acd;
using CrmUms.Acd.Rules;
using CrmUms.AgentWeb.Contracts;
using CrmUms.AgentWeb.Errors;
using CrmUms.AgentWeb.Identity;
using CrmUms.Storage.Audit;

namespace CrmUms.AgentWeb.Endpoints;

/// <summary>
/// Skills and queues of agents, as a supervisor changes them in the day: all of those named, or none. It is a change of
/// the rules like any other: judged, journalled with its author, in force at once.
/// </summary>
internal static class FloorWork
{
    private static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(10);

    public static async Task<IResult> ChangeAsync(
        AgentWorkRequest request, HttpContext context, AcdRefs acd, PostgresAuditLog audit)
    {
        if (FloorEndpoints.AgentsOf(request.Agents) is not { } agents)
        {
            return Problems.BadInput("agents is a list of ids.");
        }

        var cancellation = context.RequestAborted;
        var rules = await acd.Rules.Ask<CentreRules>(new GetRules(), ReplyMax, cancellation);
        var changes = agents.Select(agent =>
        {
            var rule = rules.Find<AgentRule>(agent.ToString()) ?? new AgentRule { Id = agent.ToString() };
            return RuleChange.To(rule with
            {
                Skills = Merged(rule.Skills, request.Skills),
                Queues = Merged(rule.Queues, request.Queues),
            });
        }).ToList();
        var author = context.User.AgentId();
        var reply = await acd.Rules.Ask<RulesReply>(
            new ChangeRules(changes, rules.Version, author.ToString()), ReplyMax, CancellationToken.None);
        switch (reply)
        {
            case RulesReply.Accepted accepted:
                foreach (var change in changes)
                {
                    await audit.WriteAsync(
                        author.Value, "agent-work-changed", $"{change.Kind}/{change.Id}", CancellationToken.None);
                }

                return Results.Ok(new RulesVersionView(accepted.Version));
            case RulesReply.Refused refused:
                return Problems.RuleRefused(refused.Problems);
            case RulesReply.Conflict conflict:
                return Problems.RulesChanged(conflict.Version);
            default:
                throw new NotSupportedException(reply.ToString());
        }
    }

    private static ImmutableDictionary<string, int> Merged(
        IReadOnlyDictionary<string, int> former, IReadOnlyDictionary<string, int>? wanted)
    {
        var merged = former.ToImmutableDictionary();
        foreach (var (key, value) in wanted ?? ImmutableDictionary<string, int>.Empty)
        {
            merged = value == 0 ? merged.Remove(key) : merged.SetItem(key, value);
        }

        return merged;
    }
}
