using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>
/// Makes one decision at a time, so no agent can be chosen twice. What waits and who is free is not stored: it
/// announces itself after a restart. Everything told and decided is put on tape behind the act; each decision stands
/// with its interaction as well.
/// </summary>
public sealed partial class RouterActor : ReceivePersistentActor, IWithTimers
{
    private const int SnapshotEvery = 1_000;
    private const string DueTimer = "due";
    private static readonly TimeSpan TimerAtLeast = TimeSpan.FromMilliseconds(1);

    private readonly RoutingCore _core = new(RoutingRules.None);
    private readonly Dictionary<IActorRef, InteractionId> _callers = [];
    private readonly Dictionary<InteractionId, IActorRef> _recipients = [];
    private readonly Dictionary<InteractionId, QueueId> _waitsIn = [];
    private readonly Dictionary<AgentId, IActorRef> _agents = [];
    private readonly List<(AgentId Agent, IActorRef Recipient)> _unheard = []; // Chosen; he has not said a word since.
    private readonly TimeProvider _time;
    private CentreRules _rules = CentreRules.Empty;
    private DateTimeOffset? _timerFor;
    private DateOnly? _today;
    private long _decisions;

    /// <param name="ruler">Says who can do what, and what is asked for.</param>
    /// <param name="time">The clock.</param>
    public RouterActor(IActorRef ruler, TimeProvider time)
    {
        _time = time;
        Recover<RecoveryCompleted>(_ => ruler.Tell(new SubscribeToRules(RulesReader.Router), Self));
        Recover<RouterStarted>(_ => { });
        Recover<RouterStood>(_ => { });
        Recover<RouterHeard>(_ => { });
        Recover<CallerRouted>(_ => _decisions++);
        Recover<SnapshotOffer>(offer => _decisions = ((RoutingCount)offer.Snapshot).Decisions);
        Command<CallerWaiting>(OnCallerWaiting);
        Command<CallerGone>(OnCallerGone);
        Command<PriorityRaised>(raised => Hear(new RoutingInput.PriorityRaised(raised.Interaction, raised.Priority)));
        Command<AgentAvailable>(OnAgentAvailable);
        Command<AgentUnavailable>(word =>
            HearOf(word.Agent, new RoutingInput.AgentUnavailable(word.Agent, word.Reason)));
        Command<AgentLeft>(left => HearOf(left.Agent, new RoutingInput.AgentSignedOut(left.Agent)));
        Command<CentreRulesChanged>(OnRulesChanged);
        Command<TimeIsUp>(_ => OnTimeIsUp());
        ReceiveCrews();
        Command<Terminated>(OnInteractionStopped);
        Command<SaveSnapshotSuccess>(_ => { });
        Command<SaveSnapshotFailure>(_ => { }); // The next one will do; nothing depends on it.
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public override string PersistenceId => "router";

    private void OnCallerWaiting(CallerWaiting caller)
    {
        if (_callers.TryAdd(caller.Recipient, caller.Interaction))
        {
            Context.Watch(caller.Recipient);
        }

        _recipients[caller.Interaction] = caller.Recipient;
        _waitsIn[caller.Interaction] = caller.Queue;
        Hear(new RoutingInput.CallerWaiting(
            caller.Interaction, caller.Queue, caller.Priority, caller.Since, caller.Preferred)
        {
            Skills = caller.Skills,
            SkillsOnly = caller.SkillsOnly,
        });
    }

    private void OnCallerGone(CallerGone gone)
    {
        if (_waitsIn.TryGetValue(gone.Interaction, out var queue) && queue == gone.Queue)
        {
            _waitsIn.Remove(gone.Interaction);
            Hear(new RoutingInput.CallerGone(gone.Interaction));
        }
    }

    private void OnAgentAvailable(AgentAvailable agent)
    {
        _agents[agent.Agent] = agent.Recipient;
        HearOf(agent.Agent, new RoutingInput.AgentAvailable(
            agent.Agent, agent.IdleSince, agent.Occupancy, agent.ContactsToday, agent.InHand));
    }

    private void OnRulesChanged(CentreRulesChanged changed)
    {
        var before = _rules;
        _rules = changed.Rules;
        foreach (var word in RoutingRulesCompiler.Difference(before, _rules))
        {
            Hear(word);
        }
    }

    private void HearOf(AgentId agent, RoutingInput word)
    {
        _unheard.RemoveAll(chosen => chosen.Agent == agent);
        Hear(word);
    }

    private void Hear(RoutingInput input)
    {
        var now = _time.GetUtcNow();
        KeepStanding(now);
        Keep(new RouterHeard(input, now));
        foreach (var decision in _core.On(input, now))
        {
            Carry(decision, now);
        }

        WatchTheClock(now);
        TellCrewsWhenChanged();
    }

    // The tape can be taken up at the start of each life and of each day.
    private void KeepStanding(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (today == _today)
        {
            return;
        }

        Keep(_today is null ? new RouterStarted(now) : new RouterStood(_core.Words(), now));
        _today = today;
    }

    private void Carry(RoutingDecision decision, DateTimeOffset now)
    {
        var (interaction, agent, reason) = decision;
        var recipient = _recipients[interaction];
        _unheard.Add((agent, recipient));
        recipient.Tell(new AgentChosen(interaction, agent, _agents[agent], reason), Self);
        Keep(new CallerRouted(interaction, agent, reason, now));
    }

    private void Keep(object happened) => PersistAsync(happened, kept =>
    {
        _decisions += kept is CallerRouted ? 1 : 0;
        if (LastSequenceNr % SnapshotEvery == 0)
        {
            SaveSnapshot(new RoutingCount(_decisions));
        }
    });

    private void WatchTheClock(DateTimeOffset now)
    {
        var due = _core.NextDue;
        if (due == _timerFor)
        {
            return;
        }

        _timerFor = due;
        if (due is { } at)
        {
            var left = at - now;
            Timers.StartSingleTimer(DueTimer, TimeIsUp.Instance, left > TimerAtLeast ? left : TimerAtLeast);
        }
        else
        {
            Timers.Cancel(DueTimer);
        }
    }

    private void OnTimeIsUp()
    {
        _timerFor = null;
        Hear(new RoutingInput.Tick());
    }

    // An interaction that stops with agents in its mailbox must not take them along: they announce themselves again.
    private void OnInteractionStopped(Terminated stopped)
    {
        if (_callers.Remove(stopped.ActorRef, out var interaction))
        {
            _recipients.Remove(interaction);
            _waitsIn.Remove(interaction);
            Hear(new RoutingInput.CallerGone(interaction));
        }

        foreach (var (agent, _) in _unheard.Where(chosen => chosen.Recipient.Equals(stopped.ActorRef)))
        {
            _agents[agent].Tell(AnnounceAvailability.Instance, Self);
        }
    }

    private sealed record TimeIsUp
    {
        public static TimeIsUp Instance { get; } = new();
    }
}
