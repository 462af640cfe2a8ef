using CrmUms.Acd.Routing.Lines;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

// Agents: who is here, who is free, and for whom.
public sealed partial class RoutingCore
{
    private void OnAgentAvailable(RoutingInput.AgentAvailable available)
    {
        var agent = AgentOf(available.Agent);
        Unlist(agent);
        agent.Word = null;
        agent.IdleSince = available.IdleSince;
        agent.Occupancy = available.Occupancy;
        agent.ContactsToday = available.ContactsToday;
        Array.Clear(agent.InHand);
        foreach (var (channel, count) in available.InHand ?? NothingInHand)
        {
            var number = ChannelOf(channel);
            if (number >= agent.InHand.Length)
            {
                MakeRoomForChannels();
            }

            agent.InHand[number] = count;
        }

        CountRoom(agent);
        if (available.LastServed is { } served)
        {
            agent.LastServed = new Dictionary<string, long>(served);
            CountTurns(agent);
        }

        SignIn(agent);
        Employ(agent);
    }

    private void OnAgentUnavailable(RoutingInput.AgentUnavailable unavailable)
    {
        var agent = AgentOf(unavailable.Agent);
        Unlist(agent);
        agent.Word = unavailable.Reason;
        SignIn(agent);
    }

    private void OnAgentSignedOut(RoutingInput.AgentSignedOut signedOut)
    {
        if (!_agents.TryGetValue(signedOut.Agent, out var agent) || !agent.IsSignedIn)
        {
            return;
        }

        Unlist(agent);
        agent.Word = ExclusionCodes.SignedOut;
        LeaveCrews(agent);
        agent.IsSignedIn = false;
        // All first, then their new places: whoever waits for another as well stands in this line again.
        var callers = new List<CallerSlot>();
        foreach (var personal in agent.Personal)
        {
            while (personal is not null && personal.TryPeek(out var first))
            {
                Withdraw(first.Caller);
                callers.Add(first.Caller);
            }
        }

        callers.ForEach(Place);
    }

    private AgentSlot AgentOf(AgentId id)
    {
        if (!_agents.TryGetValue(id, out var agent))
        {
            agent = _agents[id] = new AgentSlot(id);
            agent.InHand = new int[_channels.Count];
            agent.Personal = new LazyHeap<WaitingEntry>?[_channels.Count];
            Settle(agent);
        }

        return agent;
    }

    private void SignIn(AgentSlot agent)
    {
        if (!agent.IsSignedIn)
        {
            agent.IsSignedIn = true;
            JoinCrews(agent);
        }
    }

    /// <summary>
    /// Gives an agent who stands in no line whoever he should have, then lists him for what room is left.
    /// </summary>
    private void Employ(AgentSlot agent)
    {
        while (agent.Word is null && BestFor(agent) is var (caller, index))
        {
            var queue = _queues[caller.Queue];
            if (index < 0)
            {
                var line = LineFor(caller, queue);
                var why = caller.Preferred!.First(
                    one => one.Agent == agent.Agent && UntilFor(caller, queue, one) is not null).Why;
                Decide(caller, agent, queue, Explain(caller, line, agent, FitFor(agent, line), why));
            }
            else
            {
                ref var place = ref agent.Lines[index];
                Decide(caller, agent, queue, Explain(caller, place.Line, agent, place.Fit, personal: null));
            }
        }

        Relist(agent);
    }

    // Whoever waits for him personally; otherwise the first caller of those queues that he prefers.
    private static (CallerSlot Caller, int Line)? BestFor(AgentSlot agent)
    {
        if (PersonalFor(agent) is { } personal)
        {
            return (personal, -1);
        }

        var best = -1;
        WaitingEntry first = default;
        var lines = agent.Lines;
        for (var index = 0; index < lines.Length; index++)
        {
            ref var place = ref lines[index];
            if (best >= 0 && place.Preference != lines[best].Preference)
            {
                break;
            }

            var line = place.Line;
            if (line.WaitingCount > 0 && MayTake(agent, place) && line.Waiting.TryPeek(out var head)
                && (best < 0 || head.ComesBefore(first)))
            {
                (best, first) = (index, head);
            }
        }

        return best < 0 ? null : (first.Caller, best);
    }

    private static CallerSlot? PersonalFor(AgentSlot agent)
    {
        WaitingEntry? first = null;
        for (var channel = 0; channel < agent.Personal.Length; channel++)
        {
            if (agent.Personal[channel] is { } personal && HasRoom(agent, channel) && personal.TryPeek(out var head)
                && (first is not { } known || head.ComesBefore(known)))
            {
                first = head;
            }
        }

        return first?.Caller;
    }

    private static bool MayTake(AgentSlot agent, in AgentLine place)
    {
        var queue = place.Line.Queue;
        return HasRoom(agent, queue.Channel)
            && (!queue.Strategy.CanExclude
                || queue.Strategy.Exclusion(new Standing(agent, queue, place.Fit)) is null);
    }

    /// <summary>Into all lines whose callers he could take. He stands in none.</summary>
    private static void Relist(AgentSlot agent)
    {
        if (agent.Word is not null || agent.IsListed)
        {
            return;
        }

        agent.IsListed = true;
        var lines = agent.Lines;
        for (var index = 0; index < lines.Length; index++)
        {
            ref var place = ref lines[index];
            if (MayTake(agent, place))
            {
                place.IsListed = true;
                place.Line.Free.Add(agent, index);
            }
        }
    }

    // Out of all lines; every entry that names him is dead from now on.
    private static void Unlist(AgentSlot agent)
    {
        if (!agent.IsListed)
        {
            return;
        }

        agent.IsListed = false;
        agent.Stamp++;
        foreach (ref var place in agent.Lines.AsSpan())
        {
            if (place.IsListed)
            {
                place.IsListed = false;
                place.Line.Free.Leave();
            }
        }
    }
}
