using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>
/// Which queues an agent serves, at the step that asks for least: what the router goes by, for people to see.
/// </summary>
public sealed class AgentQueues(CentreRules rules)
{
    private readonly (QueueRule Rule, SkillExpression[] Steps)[] _queues =
        [.. rules.All<QueueRule>().Select(queue => (queue, StepsOf(queue)))];

    public IReadOnlyList<string> Of(AgentId agent) =>
        rules.Find<AgentRule>(AgentRule.IdOf(agent)) is { } rule
            ? [.. _queues.Where(queue => Serves(rule, queue.Rule, queue.Steps)).Select(queue => queue.Rule.Id)]
            : [];

    /// <summary>Whether it is one of his queues, whatever it asks for.</summary>
    internal static bool Takes(AgentRule agent, QueueRule queue) =>
        (agent.Queues.Count == 0 || agent.Queues.ContainsKey(queue.Id))
        && (queue.Groups.Count == 0 || queue.Groups.Intersect(agent.Groups).Any());

    private static bool Serves(AgentRule agent, QueueRule queue, SkillExpression[] steps) =>
        Takes(agent, queue) && steps.Any(step => step.IsMetBy(agent.Skills));

    private static SkillExpression[] StepsOf(QueueRule queue) =>
    [
        .. queue.Relaxation.Select(step => step.Requirement).Prepend(queue.Requirement)
            .Select(text => SkillParser.Read(text).Expression)
            .OfType<SkillExpression>(),
    ];
}
