using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Simulation;

/// <summary>
/// Lets a day happen on virtual time, with somebody who decides. Every offer is answered after the caller's ring time;
/// a caller leaves when his patience is over, also while it rings; an agent serves one caller at a time, to the end of
/// wrap-up, also when he has signed out meanwhile. The same day gives the same result.
/// </summary>
public sealed class DaySimulator
{
    private readonly RoutingDay _day;
    private readonly IDayRouter _router;
    private readonly TimeZoneInfo _zone;
    private readonly WorkSheet _work;
    private readonly PriorityQueue<Action, (DateTimeOffset At, int Number)> _ahead = new();
    private readonly Dictionary<AgentId, SimulatedAgent> _agents = [];
    private readonly Dictionary<InteractionId, SimulatedCaller> _callers = [];
    private DateTimeOffset _now;
    private int _number;

    private DaySimulator(RoutingDay day, IDayRouter router, TimeZoneInfo zone)
    {
        (_day, _router, _zone) = (day, router, zone);
        _work = new WorkSheet(day.From, day.To);
        foreach (var happening in day.Events)
        {
            Plan(happening.At, () => OnOutside(happening.Input));
        }
    }

    /// <param name="day">What comes from outside.</param>
    /// <param name="router">Who decides; it has heard nothing yet.</param>
    /// <param name="zone">Says when a day begins for an agent's figures.</param>
    public static DayResult Run(RoutingDay day, IDayRouter router, TimeZoneInfo zone) =>
        new DaySimulator(day, router, zone).Run();

    private DayResult Run()
    {
        while (true)
        {
            var hasNext = _ahead.TryPeek(out _, out var next);
            if (_router.NextDue is { } due && (!hasNext || due <= next.At))
            {
                _now = due > _now ? due : _now;
                Tell(new RoutingInput.Tick());
            }
            else if (hasNext)
            {
                _now = next.At;
                _ahead.Dequeue()();
            }
            else
            {
                break;
            }
        }

        return new DayResult(_callers.ToDictionary(each => each.Key, each => each.Value.Outcome(_now)), _work);
    }

    private void Plan(DateTimeOffset at, Action happening) =>
        _ahead.Enqueue(happening, (at > _now ? at : _now, _number++));

    private void OnOutside(RoutingInput input)
    {
        switch (input)
        {
            case RoutingInput.CallerWaiting waiting:
                OnCaller(waiting);
                break;
            case RoutingInput.PriorityRaised raised:
                if (_callers.TryGetValue(raised.Interaction, out var caller) && caller.IsWaiting)
                {
                    Tell(raised);
                }

                break;
            case RoutingInput.AgentAvailable available:
                OnAgent(available.Agent, input, available.IdleSince);
                break;
            case RoutingInput.AgentUnavailable unavailable:
                OnAgent(unavailable.Agent, input, _now);
                break;
            case RoutingInput.AgentSignedOut signedOut:
                OnAgent(signedOut.Agent, input, _now);
                break;
            default:
                Tell(input);
                break;
        }
    }

    private void OnCaller(RoutingInput.CallerWaiting waiting)
    {
        if (!_callers.TryGetValue(waiting.Interaction, out var caller))
        {
            caller = _callers[waiting.Interaction] = new SimulatedCaller(waiting);
            if (_day.Callers[waiting.Interaction].Patience is { } patience)
            {
                Plan(waiting.Since + patience, () => OnPatienceOver(caller));
            }
        }

        if (caller.IsWaiting)
        {
            caller.Queue = waiting.Queue;
            Tell(waiting);
        }
    }

    private void OnAgent(AgentId id, RoutingInput word, DateTimeOffset since)
    {
        if (!_agents.TryGetValue(id, out var agent))
        {
            agent = _agents[id] = new SimulatedAgent(id);
        }

        agent.Wish = word;
        if (agent.Serves is null)
        {
            BeIdle(agent, since);
        }
    }

    private void OnPatienceOver(SimulatedCaller caller)
    {
        if (caller.EndedAt is not null)
        {
            return;
        }

        caller.EndedAt = _now;
        Tell(new RoutingInput.CallerGone(caller.Id));
        if (caller.Agent is { } agent)
        {
            caller.Agent = null; // It was ringing.
            agent.Serves = null;
            BeIdle(agent, _now);
        }
    }

    // The router is told last of all: it may decide at once.
    private void Tell(RoutingInput input)
    {
        foreach (var (caller, agent) in _router.On(input, _now).ToList())
        {
            Offer(_callers[caller], _agents[agent]);
        }
    }

    private void Offer(SimulatedCaller caller, SimulatedAgent agent)
    {
        caller.Agent = agent;
        agent.Serves = caller;
        Tell(new RoutingInput.AgentUnavailable(agent.Id, ExclusionCodes.Reserved));
        Plan(_now + _day.Callers[caller.Id].Ring, () => OnAnswered(caller, agent));
    }

    private void OnAnswered(SimulatedCaller caller, SimulatedAgent agent)
    {
        if (caller.EndedAt is not null)
        {
            return; // He has hung up while it rang.
        }

        caller.EndedAt = _now;
        var lasts = _day.Callers[caller.Id];
        Work(agent, AgentStatus.Talking, isContact: true);
        Tell(new RoutingInput.AgentUnavailable(agent.Id, ExclusionCodes.Talking));
        Plan(_now + lasts.Talk, () => Tell(new RoutingInput.AgentUnavailable(agent.Id, ExclusionCodes.WrapUp)));
        Plan(_now + lasts.Talk + lasts.WrapUp, () =>
        {
            agent.Serves = null;
            BeIdle(agent, _now);
        });
    }

    private void BeIdle(SimulatedAgent agent, DateTimeOffset since)
    {
        var isReady = agent.Wish is RoutingInput.AgentAvailable;
        Work(agent, isReady ? AgentStatus.Ready : AgentStatus.NotReady, isContact: false);
        Tell(isReady
            ? new RoutingInput.AgentAvailable(
                agent.Id, since, agent.Figures.Occupancy(_now), agent.Figures.On(_now, _zone).ContactsToday)
            : agent.Wish);
    }

    private void Work(SimulatedAgent agent, AgentStatus status, bool isContact)
    {
        agent.Figures = agent.Figures.After(status, isContact, _now, _zone);
        _work.Note(agent.Id, agent.Figures.Present, _now);
    }

    private sealed class SimulatedAgent(AgentId id)
    {
        public AgentId Id => id;

        /// <summary>What he would be if he had nobody in hand.</summary>
        public RoutingInput Wish { get; set; } = new RoutingInput.AgentSignedOut(id);

        public SimulatedCaller? Serves { get; set; }

        public WorkFigures Figures { get; set; } = WorkFigures.None;
    }

    private sealed class SimulatedCaller(RoutingInput.CallerWaiting first)
    {
        public InteractionId Id => first.Interaction;

        public QueueId Queue { get; set; } = first.Queue;

        public SimulatedAgent? Agent { get; set; }

        /// <summary>When his wait ended: answered or gone.</summary>
        public DateTimeOffset? EndedAt { get; set; }

        public bool IsWaiting => Agent is null && EndedAt is null;

        public CallerOutcome Outcome(DateTimeOffset end) =>
            new(Id, Queue, first.Since, (EndedAt ?? end) - first.Since, Agent?.Id);
    }
}
