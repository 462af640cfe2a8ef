using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>What makes no sense in rules. The router goes on by the old ones rather than by such.</summary>
public static class RoutingRulesCheck
{
    /// <summary>The first problem, or null.</summary>
    public static RoutingRulesProblem? ProblemOf(RoutingRules rules)
    {
        var seen = new HashSet<QueueId>();
        foreach (var queue in rules.Queues)
        {
            if ((seen.Add(queue.Queue) ? ProblemOf(queue) : "queue-twice") is { } code)
            {
                return new RoutingRulesProblem(queue.Queue, code);
            }
        }

        return null;
    }

    private static string? ProblemOf(RoutingQueue queue) => queue switch
    {
        { Steps.Count: 0 } => "steps-missing",
        _ when queue.Steps[0].After != TimeSpan.Zero => "first-step-late",
        _ when queue.Steps.Zip(queue.Steps.Skip(1)).Any(pair => pair.First.After >= pair.Second.After) =>
            "steps-out-of-order",
        _ when queue.Steps.Any(step => SkillParser.Read(step.Requirement).Mistake is not null) =>
            "requirement-invalid",
        _ when !RoutingCatalog.Strategies.ContainsKey(queue.Strategy) => "strategy-unknown",
        _ => null,
    };
}

/// <summary>Rules that cannot be gone by.</summary>
/// <param name="Queue">Where.</param>
/// <param name="Code">Stable, e.g. <c>requirement-invalid</c>.</param>
public sealed record RoutingRulesProblem(QueueId Queue, string Code);
