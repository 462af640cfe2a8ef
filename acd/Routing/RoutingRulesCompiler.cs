using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>Pure: from what administrators set up to what the router goes by.</summary>
public static class RoutingRulesCompiler
{
    /// <summary>Queues that were removed are among them: whoever waits there is served as before.</summary>
    public static RoutingRules Compile(CentreRules rules)
    {
        var wishes = FlowWishes.Of(rules).ToLookup(wish => wish.Queue, wish => wish.Skills);
        return new RoutingRules(
            rules.Version,
            [
                .. rules.All<QueueRule>().Concat(Removed(rules)).Select(queue => QueueOf(queue) with
                {
                    Wishes = wishes.Contains(queue.Queue) ? [.. wishes[queue.Queue]] : null,
                }),
            ],
            [.. rules.All<AgentRule>().Select(AgentOf)]);
    }

    /// <summary>
    /// What the router must be told when the rules change: agents, wishes that flows have come to name, all rules, or
    /// nothing when none of it concerns him.
    /// </summary>
    public static IReadOnlyList<RoutingInput> Difference(CentreRules before, CentreRules after)
    {
        if (before.Version == 0 || !HaveSameItems<QueueRule>(before, after) || HasLostAgents(before, after))
        {
            return [new RoutingInput.RulesReplaced(Compile(after))];
        }

        return
        [
            .. after.All<AgentRule>()
                .Where(agent => !ReferenceEquals(agent, before.Find<AgentRule>(agent.Id)))
                .Select(agent => new RoutingInput.AgentChanged(AgentOf(agent), after.Version)),
            .. HaveSameItems<FlowRule>(before, after) ? [] : FlowWishes.Of(after).Except(FlowWishes.Of(before)),
        ];
    }

    private static IEnumerable<QueueRule> Removed(CentreRules rules) =>
        rules.Former<QueueRule>().Where(queue => rules.Find<QueueRule>(queue.Id) is null);

    private static bool HaveSameItems<T>(CentreRules before, CentreRules after)
        where T : class, IRule =>
        before.All<T>().SequenceEqual(after.All<T>(), ReferenceEqualityComparer.Instance);

    private static bool HasLostAgents(CentreRules before, CentreRules after) =>
        before.All<AgentRule>().Any(agent => after.Find<AgentRule>(agent.Id) is null);

    private static RoutingQueue QueueOf(QueueRule queue) => new(
        queue.Queue,
        [
            new RoutingStep(TimeSpan.Zero, queue.Requirement),
            .. queue.Relaxation.Select(step =>
                new RoutingStep(TimeSpan.FromSeconds(step.AfterSeconds), step.Requirement)),
        ])
    {
        Channel = queue.Channel,
        Groups = queue.Groups,
        Strategy = queue.Strategy,
        Weights = queue.Weights,
        SecondsPerPriorityPoint = queue.SecondsPerPriorityPoint,
        PersonalWaits = PersonalWaitsOf(queue),
    };

    private static Dictionary<string, TimeSpan> PersonalWaitsOf(QueueRule queue)
    {
        var waits = new Dictionary<string, TimeSpan>();
        if (queue.LastAgent is { } last)
        {
            waits[PreferredAgent.LastAgent] = TimeSpan.FromSeconds(last.WaitSeconds);
        }

        if (queue.PersonalManagerWaitSeconds is { } seconds)
        {
            waits[PreferredAgent.PersonalManager] = TimeSpan.FromSeconds(seconds);
        }

        return waits;
    }

    private static RoutingAgent AgentOf(AgentRule agent) => new(
        new AgentId(Guid.ParseExact(agent.Id, "n")), agent.Skills)
    {
        Groups = agent.Groups,
        Queues = agent.Queues,
        Capacity = new RoutingCapacity(
            new Dictionary<string, int>
            {
                [RoutingCapacity.Voice] = agent.Capacity.Voice,
                [RoutingCapacity.Chat] = agent.Capacity.Chat,
            },
            agent.Capacity.VoiceExcludesChat),
    };
}
