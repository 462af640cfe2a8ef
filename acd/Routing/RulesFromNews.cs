using System.Text;
using CrmUms.Acd.Routing.Skills;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>
/// Rules for a router that was given none: a queue for each skill that a caller asks for, and each agent as he
/// describes himself.
/// </summary>
internal sealed class RulesFromNews
{
    private const int HexDigitsMax = 39; // A key is at most 40 long.

    private readonly Dictionary<string, QueueId> _queues = [];
    private readonly Dictionary<AgentId, RoutingAgent> _agents = [];
    private long _version;

    /// <summary>What the core has to be told before it can be told of this caller.</summary>
    public RoutingInput? Before(CallerWaiting caller, out QueueId queue)
    {
        if (_queues.TryGetValue(caller.Skill, out queue))
        {
            return null;
        }

        _queues[caller.Skill] = queue = new QueueId(caller.Skill);
        return new RoutingInput.RulesReplaced(new RoutingRules(
            ++_version,
            [.. _queues.Select(entry => RoutingQueue.Simple(entry.Value, KeyOf(entry.Key)))],
            [.. _agents.Values]));
    }

    /// <summary>What the core has to be told before it can be told of this agent.</summary>
    public RoutingInput? Before(AgentAvailable agent)
    {
        if (_agents.TryGetValue(agent.Agent, out var known)
            && known.Skills.Count == agent.Skills.Count
            && agent.Skills.All(skill => known.Skills.GetValueOrDefault(KeyOf(skill.Key)) == skill.Value))
        {
            return null;
        }

        var rule = new RoutingAgent(
            agent.Agent, agent.Skills.ToDictionary(skill => KeyOf(skill.Key), skill => skill.Value));
        _agents[agent.Agent] = rule;
        return new RoutingInput.AgentChanged(rule, ++_version);
    }

    // A skill could be any text so far; in an expression it has to be a key.
    private static string KeyOf(string skill)
    {
        if (SkillParser.Read(skill).Expression is SkillExpression.Has { Skill: var key } && key == skill)
        {
            return skill;
        }

        var digits = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(skill));
        return $"x{digits[..Math.Min(digits.Length, HexDigitsMax)]}";
    }
}
