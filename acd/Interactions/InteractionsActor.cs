using CrmUms.Acd.Agents;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Queues;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Interactions;

/// <summary>
/// Parent of all interactions: starts one per call, recovers those that were open when the server stopped, and hands
/// facts of the PBX and words of agents to the right one.
/// </summary>
public sealed class InteractionsActor : ReceiveActor, IWithStash
{
    private readonly Dictionary<InteractionId, IActorRef> _open = [];
    private readonly Dictionary<LegId, InteractionId> _byLeg = [];
    private readonly AcdServices _services;
    private IActorRef _agents = ActorRefs.Nobody;
    private NumberPlan _plan = NumberPlan.Empty;

    public InteractionsActor(AcdServices services)
    {
        _services = services;
        Recovering();
    }

    public IStash Stash { get; set; } = null!;

    protected override SupervisorStrategy SupervisorStrategy() => Supervision.OfPersistentChildren(_services.Log);

    private void Recovering()
    {
        Receive<MeetAgents>(OnMeetAgents);
        Receive<NumbersChanged>(changed => _plan = changed.Plan);
        Receive<OpenOnes>(OnOpenOnes);
        Receive<Status.Failure>(failed => throw new InvalidOperationException("Open interactions unknown", failed.Cause));
        ReceiveAny(_ => Stash.Stash());
    }

    private void OnMeetAgents(MeetAgents meet)
    {
        _agents = meet.Agents;
        _services.OpenInteractions.ListAsync(CancellationToken.None)
            .PipeTo(Self, success: open => new OpenOnes(open), failure: error => new Status.Failure(error));
    }

    private void OnOpenOnes(OpenOnes found)
    {
        foreach (var interaction in found.Interactions)
        {
            Open(interaction);
        }

        Become(Working);
        Stash.UnstashAll();
    }

    private void Working()
    {
        Receive<AwaitStart>(_ => Sender.Tell(Started.Instance, Self));
        Receive<NumbersChanged>(changed => _plan = changed.Plan);
        Receive<CallArrived>(OnCallArrived);
        Receive<CallerLegEnded>(ended => ToOwner(ended.Leg, ended));
        Receive<PromptFinished>(finished => ToOwner(finished.Leg, finished));
        Receive<DigitReceived>(digit => ToOwner(digit.Leg, digit));
        Receive<PbxSnapshot>(OnPbxSnapshot);
        Receive<IInteractionCommand>(OnInteractionCommand);
        Receive<Terminated>(OnInteractionStopped);
    }

    private void OnCallArrived(CallArrived call)
    {
        if (_byLeg.TryGetValue(call.Leg, out var known))
        {
            // Handed to us again, by a rescue or a repeated event: he is ours and hears nothing of ours now.
            _open[known].Tell(new CallerPresence(new PbxCaller(call, null, null), _plan), Self);
            return;
        }

        var interaction = new InteractionId(Guid.CreateVersion7(_services.Now));
        _byLeg[call.Leg] = interaction;
        Open(interaction).Tell(new TakeCall(call, _plan), Self);
    }

    private void OnPbxSnapshot(PbxSnapshot snapshot)
    {
        _services.Log.Compared(snapshot.Callers.Count, snapshot.AgentLegs.Count, _open.Count);
        var missing = new HashSet<InteractionId>(_open.Keys);
        foreach (var caller in snapshot.Callers)
        {
            var leg = caller.Arrival.Leg;
            if (caller.Interaction is { } marked && _open.ContainsKey(marked))
            {
                _byLeg[leg] = marked;
            }

            if (_byLeg.TryGetValue(leg, out var interaction))
            {
                missing.Remove(interaction);
                _open[interaction].Tell(new CallerPresence(caller, _plan), Self);
            }
            else
            {
                OnCallArrived(caller.Arrival);
            }
        }

        foreach (var interaction in missing)
        {
            _open[interaction].Tell(new CallerPresence(null, _plan), Self);
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
            case RecordResult:
                Open(command.Interaction).Forward(command); // A late result: the journal still has the interaction.
                break;
            case ClaimInteraction or AgentAudioBack or AgentAudioGone:
                _agents.Tell(new CallTaken(command.Agent, command.Interaction, CallTakenReason.Withdrawn), Self);
                break;
            case RefuseOffer or WrapUpOver:
                break; // It ended meanwhile, and nobody waits for an answer.
            default:
                Sender.Tell(new AgentReply.Refused(AgentRefusal.NotYours), Self);
                break;
        }
    }

    private IActorRef Open(InteractionId interaction)
    {
        var (agents, services) = (_agents, _services);
        var actor = Context.ActorOf(
            Props.Create(() => new InteractionActor(interaction, agents, services)), interaction.ToString());
        Context.Watch(actor);
        return _open[interaction] = actor;
    }

    private void ToOwner(LegId leg, object fact)
    {
        if (_byLeg.TryGetValue(leg, out var interaction))
        {
            _open[interaction].Tell(fact, Self);
        }
    }

    private void OnInteractionStopped(Terminated stopped)
    {
        var interaction = new InteractionId(Guid.ParseExact(stopped.ActorRef.Path.Name, "n"));
        _open.Remove(interaction);
        foreach (var (leg, owner) in _byLeg)
        {
            if (owner == interaction)
            {
                _byLeg.Remove(leg);
                return;
            }
        }
    }

    private sealed record OpenOnes(IReadOnlyList<InteractionId> Interactions);
}

/// <summary>From the start: whom to tell news for agents.</summary>
internal sealed record MeetAgents(IActorRef Agents);
