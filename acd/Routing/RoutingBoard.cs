using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>
/// The only index of who is free with which skill and of who waits for what. Pure: news in, at most one decision out.
/// An agent or a caller who was chosen is off the board until he is announced again.
/// </summary>
/// <remarks>Cost of a step: O(s log n) for an agent with s skills, O(log n) for a caller.</remarks>
internal sealed class RoutingBoard(string strategyKey)
{
    private static readonly Comparer<CallerWaiting> ByAge = Comparer<CallerWaiting>.Create(static (left, right) =>
    {
        var byOrder = left.Order.CompareTo(right.Order);
        return byOrder != 0 ? byOrder : left.Interaction.Value.CompareTo(right.Interaction.Value);
    });

    private readonly IComparer<Candidate> _order = RoutingCatalog.Strategies[strategyKey]().Order;
    private readonly Dictionary<AgentId, AgentAvailable> _free = [];
    private readonly Dictionary<InteractionId, CallerWaiting> _waiting = [];
    private readonly Dictionary<string, SortedSet<Candidate>> _freeBySkill = [];
    private readonly Dictionary<string, SortedSet<CallerWaiting>> _waitingBySkill = [];

    public int Free => _free.Count;

    public int Waiting => _waiting.Count;

    public RoutingDecision? On(CallerWaiting caller, DateTimeOffset now)
    {
        Remove(caller.Interaction);
        if (_freeBySkill.TryGetValue(caller.Skill, out var candidates) && candidates.Count > 0)
        {
            return Decide(caller, candidates, now);
        }

        _waiting[caller.Interaction] = caller;
        Set(_waitingBySkill, caller.Skill, ByAge).Add(caller);
        return null;
    }

    public RoutingDecision? On(AgentAvailable agent, DateTimeOffset now)
    {
        Remove(agent.Agent);
        _free[agent.Agent] = agent;
        foreach (var (skill, level) in agent.Skills)
        {
            Set(_freeBySkill, skill, _order).Add(new Candidate(agent.Agent, level, agent.IdleSince));
        }

        var first = OldestFor(agent.Skills.Keys);
        if (first is null)
        {
            return null;
        }

        Remove(first.Interaction);
        return Decide(first, _freeBySkill[first.Skill], now);
    }

    public void Remove(InteractionId interaction)
    {
        if (_waiting.Remove(interaction, out var caller))
        {
            _waitingBySkill[caller.Skill].Remove(caller);
        }
    }

    public void Remove(AgentId agent)
    {
        if (!_free.Remove(agent, out var free))
        {
            return;
        }

        foreach (var (skill, level) in free.Skills)
        {
            _freeBySkill[skill].Remove(new Candidate(agent, level, free.IdleSince));
        }
    }

    private static SortedSet<T> Set<T>(Dictionary<string, SortedSet<T>> sets, string skill, IComparer<T> order)
    {
        if (!sets.TryGetValue(skill, out var set))
        {
            sets[skill] = set = new SortedSet<T>(order);
        }

        return set;
    }

    private CallerWaiting? OldestFor(IEnumerable<string> skills)
    {
        CallerWaiting? oldest = null;
        foreach (var skill in skills)
        {
            if (_waitingBySkill.TryGetValue(skill, out var line) && line.Min is { } first
                && (oldest is null || ByAge.Compare(first, oldest) < 0))
            {
                oldest = first;
            }
        }

        return oldest;
    }

    private RoutingDecision Decide(CallerWaiting caller, SortedSet<Candidate> candidates, DateTimeOffset now)
    {
        var count = candidates.Count;
        var chosen = candidates.Min;
        var agent = _free[chosen.Agent];
        Remove(chosen.Agent);
        Candidate? runnerUp = candidates.Count > 0 ? candidates.Min : null;
        var reason = new RoutingReason(
            strategyKey, caller.Skill, count, now - chosen.IdleSince, runnerUp?.Agent, now - runnerUp?.IdleSince);
        return new RoutingDecision(caller, agent, reason);
    }
}

/// <summary>One decision: this caller goes to this agent, and why.</summary>
internal sealed record RoutingDecision(CallerWaiting Caller, AgentAvailable Agent, RoutingReason Reason);
