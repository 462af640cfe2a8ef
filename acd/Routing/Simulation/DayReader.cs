using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing.Simulation;

/// <summary>
/// Reads from a router's tape what came from outside on a day, and how the day went. Fed in the tape's order, from a
/// place where it can be taken up to some time after the day, so that its last talks have ended.
/// </summary>
public sealed class DayReader
{
    private readonly (DateTimeOffset From, DateTimeOffset To) _day;
    private readonly List<DayEvent> _events = [];
    private readonly Dictionary<InteractionId, RecordedCaller> _callers = [];
    private readonly Dictionary<AgentId, RecordedAgent> _agents = [];
    private readonly WorkSheet _work;
    private bool _hasBegun;
    private DateTimeOffset _last;

    /// <param name="from">The day begins.</param>
    /// <param name="to">It ends.</param>
    public DayReader(DateTimeOffset from, DateTimeOffset to)
    {
        (_day, _last) = ((from, to), from);
        _work = new WorkSheet(from, to);
    }

    /// <summary>The next event of the tape.</summary>
    public void On(object happened)
    {
        switch (happened)
        {
            case RouterStarted:
                _hasBegun = true; // Who was there announces himself again, and nothing else has changed.
                break;
            case RouterStood stood when !_hasBegun:
                _hasBegun = true;
                foreach (var word in stood.Words)
                {
                    Hear(word, stood.At);
                }

                break;
            case RouterHeard heard when _hasBegun:
                Hear(heard.Input, heard.At);
                break;
            case CallerRouted routed when _hasBegun:
                AgentOf(routed.Agent).Chosen = (_callers[routed.Interaction], routed.At);
                break;
            default:
                break;
        }
    }

    /// <summary>The day, to be simulated.</summary>
    public RoutingDay Day() => new(_day.From, _day.To, _events, LengthsOfCalls.Of([.. _callers.Values]));

    /// <summary>How it went.</summary>
    public DayResult Result() => new(_callers.ToDictionary(each => each.Key, each => each.Value.Outcome(_last)), _work);

    private void Hear(RoutingInput input, DateTimeOffset at)
    {
        _last = at > _last ? at : _last;
        switch (input)
        {
            case RoutingInput.CallerWaiting waiting:
                OnCaller(waiting, at);
                break;
            case RoutingInput.CallerGone gone when _callers.TryGetValue(gone.Interaction, out var caller):
                caller.LeftAt ??= at;
                break;
            case RoutingInput.AgentAvailable available:
                OnWish(AgentOf(available.Agent), input, WorkKind.Idle, at);
                break;
            case RoutingInput.AgentUnavailable unavailable:
                OnUnavailable(AgentOf(unavailable.Agent), unavailable, at);
                break;
            case RoutingInput.AgentSignedOut signedOut:
                OnWish(AgentOf(signedOut.Agent), input, WorkKind.Off, at);
                break;
            case RoutingInput.PriorityRaised or RoutingInput.AgentChanged or RoutingInput.RulesReplaced:
                _events.Add(new DayEvent(at, input));
                break;
            default:
                break;
        }
    }

    // Waiting again in the same queue, after an offer that came to nothing, is no event from outside; a supervisor who
    // gives him to somebody is, and an agent who takes him.
    private void OnCaller(RoutingInput.CallerWaiting waiting, DateTimeOffset at)
    {
        var isNew = !_callers.TryGetValue(waiting.Interaction, out var caller);
        if (caller is null)
        {
            caller = _callers[waiting.Interaction] = new RecordedCaller(waiting);
        }

        var isGiven = waiting.Preferred.Any(one => one.Why is PreferredAgent.Assigned or PreferredAgent.Picked);
        if (isNew || isGiven || caller.Queue != waiting.Queue)
        {
            _events.Add(new DayEvent(at, waiting));
        }

        (caller.Queue, caller.LeftAt) = (waiting.Queue, null);
    }

    private void OnUnavailable(RecordedAgent agent, RoutingInput.AgentUnavailable word, DateTimeOffset at)
    {
        switch (word.Reason)
        {
            case ExclusionCodes.Reserved when agent.Chosen is not null:
                _work.Note(word.Agent, WorkKind.Idle, at);
                break;
            case ExclusionCodes.Talking when agent.Chosen is var (caller, chosenAt):
                caller.Answered(word.Agent, chosenAt, at);
                (agent.Chosen, agent.Talk, agent.WrapUpSince) = (null, (caller, at), null);
                _work.Note(word.Agent, WorkKind.Busy, at);
                break;
            case ExclusionCodes.Talking when agent.Talk is not null:
                break;
            case ExclusionCodes.WrapUp when agent.Talk is not null:
                agent.WrapUpSince ??= at;
                break;
            default:
                var isBusy = word.Reason is ExclusionCodes.Talking or ExclusionCodes.WrapUp;
                OnWish(agent, word, isBusy ? WorkKind.Busy : WorkKind.Off, at);
                break;
        }
    }

    // Whatever he had in hand is over; what he wishes is from outside, when it is something else than before.
    private void OnWish(RecordedAgent agent, RoutingInput word, WorkKind kind, DateTimeOffset at)
    {
        if (agent.Talk is var (caller, since))
        {
            caller.Lasted(talk: (agent.WrapUpSince ?? at) - since, wrapUp: at - (agent.WrapUpSince ?? at));
        }

        (agent.Chosen, agent.Talk) = (null, null);
        _work.Note(agent.Id, kind, at);
        if (agent.Wish is null || word is not RoutingInput.AgentAvailable || agent.Wish.GetType() != word.GetType())
        {
            _events.Add(new DayEvent(at, word));
        }

        agent.Wish = word;
    }

    private RecordedAgent AgentOf(AgentId id) =>
        _agents.TryGetValue(id, out var agent) ? agent : _agents[id] = new RecordedAgent(id);

    private sealed class RecordedAgent(AgentId id)
    {
        public AgentId Id => id;

        /// <summary>For whom he was chosen; null again when he talks, or did not take him.</summary>
        public (RecordedCaller Caller, DateTimeOffset At)? Chosen { get; set; }

        public (RecordedCaller Caller, DateTimeOffset Since)? Talk { get; set; }

        public DateTimeOffset? WrapUpSince { get; set; }

        public RoutingInput? Wish { get; set; }
    }
}
