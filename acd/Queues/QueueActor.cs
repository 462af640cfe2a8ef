using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;

namespace CrmUms.Acd.Queues;

/// <summary>
/// Owns the waiting line of one queue: in memory, by the interaction's actor, told to the router. A caller who is being
/// offered still stands in the line: he leaves it when he is answered or gone.
/// </summary>
public sealed class QueueActor : ReceiveActor
{
    private readonly Dictionary<IActorRef, DateTimeOffset> _line = [];
    private readonly IActorRef _router;
    private readonly TimeProvider _time;
    private QueueRule _rule;

    public QueueActor(QueueRule rule, IActorRef router, TimeProvider time)
    {
        _rule = rule;
        _router = router;
        _time = time;
        Receive<QueueRuleChanged>(changed => _rule = changed.Rule);
        Receive<EnqueueCaller>(OnEnqueueCaller);
        Receive<LeaveQueue>(OnLeaveQueue);
        Receive<Terminated>(stopped => _line.Remove(stopped.ActorRef)); // The router watches him itself.
        Receive<GetQueueViews>(_ => Sender.Tell(View(), Self));
    }

    // After a restart the rule that it was made with may be an old one.
    protected override void PreStart() => Context.Parent.Tell(new QueueStarted(_rule.Queue), Self);

    private void OnEnqueueCaller(EnqueueCaller caller)
    {
        if (caller.Since is null && _line.Count >= _rule.WaitingMax)
        {
            Sender.Tell(new EnqueueOutcome.Full(_rule.WaitingMax), Self);
            return;
        }

        var since = caller.Since ?? _time.GetUtcNow();
        if (!_line.ContainsKey(Sender))
        {
            Context.Watch(Sender);
        }

        _line[Sender] = since;
        // In this order: who hears that he waits may rely on the router's knowing him.
        _router.Tell(new CallerWaiting(caller.Interaction, Sender, _rule.Queue, since, caller.Priority), Self);
        Sender.Tell(new EnqueueOutcome.Waits(since), Self);
    }

    private void OnLeaveQueue(LeaveQueue left)
    {
        if (_line.Remove(Sender))
        {
            Context.Unwatch(Sender);
            _router.Tell(new CallerGone(left.Interaction), Self);
        }
    }

    private QueueView View() => new(_rule, _line.Count, _line.Count == 0 ? null : _line.Values.Min());
}
