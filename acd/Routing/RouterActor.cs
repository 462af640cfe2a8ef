using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Routing;

/// <summary>
/// Makes one decision at a time, so no agent can be chosen twice. What waits and who is free is not stored: it
/// announces itself after a restart. The decisions are journalled behind the act; each stands with its interaction as
/// well.
/// </summary>
public sealed class RouterActor : ReceivePersistentActor
{
    private const int SnapshotEvery = 1_000;

    private readonly RoutingBoard _board = new(RoutingCatalog.Default);
    private readonly Dictionary<IActorRef, InteractionId> _callers = [];
    private readonly Dictionary<IActorRef, AgentAvailable> _unheard = [];
    private readonly TimeProvider _time;
    private long _decisions;

    public RouterActor(TimeProvider time)
    {
        _time = time;
        Recover<CallerRouted>(_ => _decisions++);
        Recover<SnapshotOffer>(offer => _decisions = ((RoutingCount)offer.Snapshot).Decisions);
        Command<CallerWaiting>(OnCallerWaiting);
        Command<CallerGone>(gone => _board.Remove(gone.Interaction));
        Command<AgentAvailable>(available => Carry(_board.On(available, _time.GetUtcNow())));
        Command<AgentUnavailable>(unavailable => _board.Remove(unavailable.Agent));
        Command<Terminated>(OnInteractionStopped);
        Command<SaveSnapshotSuccess>(_ => { });
        Command<SaveSnapshotFailure>(_ => { }); // The next one will do; nothing depends on it.
    }

    public override string PersistenceId => "router";

    private void OnCallerWaiting(CallerWaiting caller)
    {
        if (_callers.TryAdd(caller.Recipient, caller.Interaction))
        {
            Context.Watch(caller.Recipient);
        }

        _unheard.Remove(caller.Recipient); // He waits again, so he has dealt with the last agent.
        Carry(_board.On(caller, _time.GetUtcNow()));
    }

    private void Carry(RoutingDecision? decision)
    {
        if (decision is null)
        {
            return;
        }

        var (caller, agent, reason) = decision;
        _unheard[caller.Recipient] = agent;
        caller.Recipient.Tell(new AgentChosen(caller.Interaction, agent.Agent, agent.Recipient, reason), Self);
        PersistAsync(new CallerRouted(caller.Interaction, agent.Agent, reason, _time.GetUtcNow()), _ => Count());
    }

    private void Count()
    {
        _decisions++;
        if (_decisions % SnapshotEvery == 0)
        {
            SaveSnapshot(new RoutingCount(_decisions));
        }
    }

    // An interaction that stops with an agent in its mailbox must not take the agent along: he announces himself again.
    // One who is not available any more then says nothing.
    private void OnInteractionStopped(Terminated stopped)
    {
        if (_callers.Remove(stopped.ActorRef, out var interaction))
        {
            _board.Remove(interaction);
        }

        if (_unheard.Remove(stopped.ActorRef, out var agent))
        {
            agent.Recipient.Tell(AnnounceAvailability.Instance, Self);
        }
    }
}
