using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>
/// Parent of all interactions: starts one per call, recovers those that were open when the server stopped, and hands
/// facts of the PBX and words of agents to the right one.
/// </summary>
public sealed partial class InteractionsActor : ReceiveActor, IWithStash, IWithTimers
{
    private const string SettleTimer = "settle";
    private static readonly TimeSpan SettleWithin = TimeSpan.FromSeconds(2);

    private readonly Dictionary<InteractionId, IActorRef> _open = [];
    private readonly Dictionary<IActorRef, InteractionId> _closing = [];
    private readonly Dictionary<LegId, InteractionId> _byLeg = [];
    private readonly HashSet<InteractionId> _recovering = [];
    private readonly HashSet<InteractionId> _unsettled = [];
    private readonly List<IActorRef> _awaitingStart = [];
    private readonly IActorRef _ruler;
    private readonly IActorRef _queues;
    private readonly AcdServices _services;
    private PbxSnapshot? _snapshot; // Kept from the agents until every waiting caller is known to the router again.
    private IActorRef _agents = ActorRefs.Nobody;
    private NumberPlan _plan = NumberPlan.Empty;
    private (InteractionId Id, IActorRef Actor)? _spare; // Has looked for its past already, before its call arrives.

    /// <param name="ruler">Says which number leads where.</param>
    /// <param name="queues">Takes callers.</param>
    /// <param name="services">Ports, clock, log.</param>
    public InteractionsActor(IActorRef ruler, IActorRef queues, AcdServices services)
    {
        _ruler = ruler;
        _queues = queues;
        _services = services;
        Recovering();
    }

    public IStash Stash { get; set; } = null!;

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart() => _ruler.Tell(new SubscribeToRules(RulesReader.Interactions), Self);

    protected override SupervisorStrategy SupervisorStrategy() => Supervision.OfPersistentChildren(_services.Log);

    private void Recovering()
    {
        Receive<MeetAgents>(OnMeetAgents);
        Receive<CentreRulesChanged>(OnRulesChanged);
        Receive<OpenOnes>(OnOpenOnes);
        Receive<Status.Failure>(failed =>
            throw new InvalidOperationException("Open interactions unknown", failed.Cause)
        );
        ReceiveAny(_ => Stash.Stash());
    }

    private void OnRulesChanged(CentreRulesChanged changed)
    {
        _plan = new NumberPlan(changed.Rules, _queues);
        AnswerWaitingStarts();
    }

    private void OnMeetAgents(MeetAgents meet)
    {
        _agents = meet.Agents;
        _services
            .OpenInteractions.ListAsync(CancellationToken.None)
            .PipeTo(Self, success: open => new OpenOnes(open), failure: error => new Status.Failure(error));
    }

    private void OnOpenOnes(OpenOnes found)
    {
        foreach (var interaction in found.Interactions)
        {
            Open(interaction);
            _recovering.Add(interaction);
        }

        Become(Working);
        Stash.UnstashAll();
    }

    private void Working()
    {
        Receive<AwaitStart>(OnAwaitStart);
        Receive<InteractionRecovered>(OnInteractionRecovered);
        Receive<CentreRulesChanged>(OnRulesChanged);
        Receive<CallArrived>(OnCallArrived);
        Receive<CallerLegEnded>(ended => ToOwner(ended.Leg, ended));
        Receive<PromptFinished>(finished => ToOwner(finished.Leg, finished));
        Receive<DigitReceived>(digit => ToOwner(digit.Leg, digit));
        Receive<LegRecordingFinished>(finished => ToOwner(finished.Leg, finished));
        Receive<CallIntoFlow>(OnCallIntoFlow);
        Receive<OutboundLegRinging>(OnOutboundLegRinging);
        Receive<OutboundLegAnswered>(OnOutboundLegAnswered);
        Receive<OutboundLegEnded>(OnOutboundLegEnded);
        Receive<PbxSnapshot>(OnPbxSnapshot);
        Receive<PresenceSettled>(settled => Settle(settled.Interaction));
        Receive<SettlingTookTooLong>(_ => OnSettlingTookTooLong());
        Receive<IInteractionCommand>(OnInteractionCommand);
        ReceiveSupervisor();
        ReceivePlacedCalls();
        Receive<VoicemailLeft>(OnVoicemailLeft);
        Receive<InteractionIsClosed>(closed => Close(closed.Interaction));
        Receive<Terminated>(OnInteractionStopped);
    }

    private void OnAwaitStart(AwaitStart query)
    {
        _awaitingStart.Add(Sender);
        AnswerWaitingStarts();
    }

    private void OnInteractionRecovered(InteractionRecovered recovered)
    {
        if (_open.ContainsKey(recovered.Interaction) && recovered.Caller is { } leg)
        {
            _byLeg[leg] = recovered.Interaction;
        }

        _recovering.Remove(recovered.Interaction);
        AnswerWaitingStarts();
    }

    // Without rules every number is unknown: whoever calls, or waits for his call-back, would be sent away.
    private void AnswerWaitingStarts()
    {
        if (_recovering.Count == 0 && !ReferenceEquals(_plan, NumberPlan.Empty))
        {
            _awaitingStart.ForEach(waiter => waiter.Tell(Started.Instance, Self));
            _awaitingStart.Clear();
        }
    }

    private void OnCallArrived(CallArrived call)
    {
        if (_byLeg.TryGetValue(call.Leg, out var known))
        {
            // Handed to us again, by a rescue or a repeated event: he is ours and hears nothing of ours now.
            _open[known].Tell(new CallerPresence(new PbxCaller(call, null, null), [], _plan), Self);
            return;
        }

        var (interaction, actor) = _spare ?? Start(NewId());
        _byLeg[call.Leg] = interaction;
        _open[interaction] = actor;
        actor.Tell(new TakeCall(call, _plan), Self);
        _spare = Start(NewId());
    }

    private void OnVoicemailLeft(VoicemailLeft left)
    {
        if (!_open.ContainsKey(left.Message) && !_closing.ContainsValue(left.Message))
        {
            Open(left.Message).Tell(new TakeVoicemail(left, _plan), Self);
        }
    }

    private void OnPbxSnapshot(PbxSnapshot snapshot)
    {
        _services.Log.Compared(snapshot.Callers.Count, snapshot.AgentLegs.Count, _open.Count);
        var missing = new HashSet<InteractionId>(_open.Keys);
        _snapshot = snapshot;
        _unsettled.Clear();
        _unsettled.UnionWith(missing);
        Timers.StartSingleTimer(SettleTimer, SettlingTookTooLong.Instance, SettleWithin);
        var dialled = snapshot.OutboundLegs.ToLookup(leg => leg.Interaction);
        var agents = snapshot.AgentLegs.ToLookup(leg => leg.Conversation?.Interaction);
        HangUpStrays(snapshot.OutboundLegs);
        foreach (var caller in snapshot.Callers)
        {
            if (_byLeg.TryGetValue(caller.Arrival.Leg, out var interaction))
            {
                missing.Remove(interaction);
                Tell(interaction, caller);
            }
            else
            {
                OnCallArrived(caller.Arrival);
            }
        }

        foreach (var interaction in missing)
        {
            Tell(interaction, caller: null);
        }

        CompareTestCalls(snapshot);
        TellAgentsWhenSettled();

        void Tell(InteractionId interaction, PbxCaller? caller) => _open[interaction].Tell(
            new CallerPresence(caller, [.. dialled[interaction]], _plan) { AgentLegs = [.. agents[interaction]] },
            Self);
    }

    // Legs that were dialled for callers who are gone.
    private void HangUpStrays(IEnumerable<PbxOutboundLeg> legs)
    {
        foreach (var stray in legs.Where(leg =>
            !_open.ContainsKey(leg.Interaction) && !_testCalls.ContainsKey(leg.Leg)))
        {
            HangUp(stray.Leg, stray.Interaction);
        }
    }

    private void HangUp(LegId leg, InteractionId interaction) =>
        _services
            .Pbx.HangUpAsync(leg, HangUpReason.Normal, CancellationToken.None)
            .ContinueWith(
                failed => _services.Log.StepFailed(interaction, "hang up", failed.Exception!.GetBaseException()),
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default
            );

    private void Settle(InteractionId interaction)
    {
        if (_unsettled.Remove(interaction))
        {
            TellAgentsWhenSettled();
        }
    }

    private void TellAgentsWhenSettled()
    {
        if (_unsettled.Count == 0)
        {
            TellAgents();
        }
    }

    private void OnSettlingTookTooLong()
    {
        _services.Log.ComparisonCutOff(_unsettled.Count);
        TellAgents();
    }

    private void TellAgents()
    {
        Timers.Cancel(SettleTimer);
        if (_snapshot is { } snapshot)
        {
            _snapshot = null;
            _agents.Tell(snapshot, Self);
        }
    }

    private void OnInteractionCommand(IInteractionCommand command)
    {
        if (_open.TryGetValue(command.Interaction, out var interaction))
        {
            interaction.Forward(command);
            return;
        }

        switch (command)
        {
            case RecordResult or KeepTalkQuality when _closing.ContainsValue(command.Interaction):
                Stash.Stash(); // Until the former life has left its journal.
                break;
            case RecordResult or KeepTalkQuality:
                Open(command.Interaction).Forward(command); // A late one: the journal still has the interaction.
                break;
            case ClaimInteraction or AgentAudioBack or AgentAudioGone:
                _agents.Tell(new CallTaken(command.Agent, command.Interaction, CallTakenReason.Withdrawn), Self);
                break;
            case PickWaiting:
                Sender.Tell(new AgentReply.Refused(AgentRefusal.NotWaiting), Self);
                break;
            case RefuseOffer or WrapUpProlonged or WrapUpOver:
                break; // It ended meanwhile, and nobody waits for an answer.
            default:
                Sender.Tell(new AgentReply.Refused(AgentRefusal.NotYours), Self);
                break;
        }
    }

    private IActorRef Open(InteractionId interaction) => _open[interaction] = Start(interaction).Actor;

    private (InteractionId Id, IActorRef Actor) Start(InteractionId interaction)
    {
        var (agents, services) = (_agents, _services);
        var props = Props.Create(() => new InteractionActor(interaction, agents, services));
        return (interaction, Context.Watch(Context.ActorOf(props, interaction.ToString())));
    }

    private InteractionId NewId() => new(Guid.CreateVersion7(_services.Now));

    private void ToOwner(LegId leg, object fact)
    {
        if (_byLeg.TryGetValue(leg, out var interaction))
        {
            _open[interaction].Tell(fact, Self);
        }
        else if (OutboundLegs.InteractionOf(leg) is { } dialler && _open.TryGetValue(dialler, out var actor))
        {
            actor.Tell(fact, Self);
        }
    }

    private void ToDialler(LegId leg, object fact)
    {
        if (OutboundLegs.InteractionOf(leg) is not { } interaction)
        {
            return;
        }

        if (_open.TryGetValue(interaction, out var actor))
        {
            actor.Tell(fact, Self);
        }
        else if (fact is not OutboundLegEnded)
        {
            HangUp(leg, interaction);
        }
    }

    private void Close(InteractionId interaction)
    {
        if (_open.TryGetValue(interaction, out var actor))
        {
            Forget(interaction);
            _closing[actor] = interaction;
            actor.Tell(PoisonPill.Instance, Self);
        }
    }

    private void OnInteractionStopped(Terminated stopped)
    {
        if (_spare is { } spare && spare.Actor.Equals(stopped.ActorRef))
        {
            _spare = null; // It could not read the journal; the next call starts one for itself.
        }
        else if (!_closing.Remove(stopped.ActorRef))
        {
            // Its supervisor has given it up: its journal has everything, and the next comparison finds its caller.
            Forget(new InteractionId(Guid.ParseExact(stopped.ActorRef.Path.Name, "n")));
        }

        Stash.UnstashAll();
    }

    private void Forget(InteractionId interaction)
    {
        _open.Remove(interaction);
        _recovering.Remove(interaction);
        AnswerWaitingStarts();
        Settle(interaction);
        foreach (var (leg, owner) in _byLeg)
        {
            if (owner == interaction)
            {
                _byLeg.Remove(leg);
                return;
            }
        }
    }

    private sealed record SettlingTookTooLong
    {
        public static SettlingTookTooLong Instance { get; } = new();
    }

    private sealed record OpenOnes(IReadOnlyList<InteractionId> Interactions);
}

/// <summary>From the start: whom to tell news for agents.</summary>
internal sealed record MeetAgents(IActorRef Agents);
