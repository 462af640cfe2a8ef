using CrmUms.Acd.Routing.Lines;

namespace CrmUms.Acd.Routing;

// The state, as the words that lead to it.
public sealed partial class RoutingCore
{
    /// <summary>
    /// What to tell a new core so that it stands where this one stands and decides as it would. Telling it decides
    /// nothing. So a tape can be replayed from such a place, and not only from its beginning.
    /// </summary>
    public IReadOnlyList<RoutingInput> Words()
    {
        var agents = _agents.Values.OrderBy(static agent => agent.Agent.Value).ToList();
        var words = new List<RoutingInput>
        {
            new RoutingInput.RulesReplaced(new RoutingRules(
                _version, _queueRules, [.. agents.Select(static agent => agent.Rule).OfType<RoutingAgent>()])),
        };
        var channels = _channels.ToDictionary(static channel => channel.Value, static channel => channel.Key);
        foreach (var agent in agents.Where(static agent => agent.IsSignedIn || agent.LastServed is not null))
        {
            words.Add(Available(agent, channels));
            if (!agent.IsSignedIn)
            {
                words.Add(new RoutingInput.AgentSignedOut(agent.Agent));
            }
            else if (agent.Word is { } word)
            {
                words.Add(new RoutingInput.AgentUnavailable(agent.Agent, word));
            }
        }

        words.AddRange(_callers.Values.OrderBy(static caller => caller.Interaction.Value).Select(
            static caller => new RoutingInput.CallerWaiting(
                caller.Interaction, caller.Queue, caller.Priority, caller.Since, caller.Preferred ?? [])
            {
                Skills = caller.Skills,
                SkillsOnly = caller.SkillsOnly,
            }));
        return words;
    }

    private static RoutingInput.AgentAvailable Available(AgentSlot agent, Dictionary<int, string> channels) => new(
        agent.Agent,
        agent.IdleSince,
        agent.Occupancy,
        agent.ContactsToday,
        agent.InHand.Index().Where(static each => each.Item > 0)
            .ToDictionary(each => channels[each.Index], static each => each.Item),
        agent.LastServed is { } served ? new Dictionary<string, long>(served) : null);
}
