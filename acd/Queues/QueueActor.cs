using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

/// <summary>
/// Owns one queue. Its configuration is journalled; its waiting line lives in memory, by the interaction's actor, and
/// is told to the router. A caller who is being offered still stands in the line: he leaves it when he is answered or
/// gone.
/// </summary>
public sealed class QueueActor : ReceivePersistentActor
{
    private readonly Dictionary<IActorRef, DateTimeOffset> _line = [];
    private readonly QueueId _queue;
    private readonly IActorRef _router;
    private readonly TimeProvider _time;
    private QueueConfiguration? _configuration;

    public QueueActor(QueueId queue, IActorRef router, TimeProvider time)
    {
        PersistenceId = $"queue-{queue}";
        _queue = queue;
        _router = router;
        _time = time;
        Recover<QueueConfigured>(configured => _configuration = configured.Configuration);
        Recover<RecoveryCompleted>(_ => Announce(ActorRefs.Nobody));
        Command<ConfigureQueue>(OnConfigureQueue);
        Command<EnqueueCaller>(OnEnqueueCaller);
        Command<LeaveQueue>(OnLeaveQueue);
        Command<Terminated>(stopped => _line.Remove(stopped.ActorRef)); // The router watches him itself.
        Command<GetQueueViews>(_ => Sender.Tell(View(), Self));
    }

    public override string PersistenceId { get; }

    private void OnConfigureQueue(ConfigureQueue command)
    {
        Persist(new QueueConfigured(command.Configuration, _time.GetUtcNow()), configured =>
        {
            _configuration = configured.Configuration;
            Announce(asker: Sender);
        });
    }

    private void Announce(IActorRef asker) => Context.Parent.Tell(
        new QueueAnnounced(_queue, _configuration is null ? null : new QueueEntry(_configuration, Self), asker), Self);

    private void OnEnqueueCaller(EnqueueCaller caller)
    {
        var configuration = _configuration!; // Nobody learns of a queue before it is configured.
        if (caller.Since is null && _line.Count >= configuration.WaitingMax)
        {
            Sender.Tell(new EnqueueOutcome.Full(configuration.WaitingMax), Self);
            return;
        }

        var since = caller.Since ?? _time.GetUtcNow();
        if (!_line.ContainsKey(Sender))
        {
            Context.Watch(Sender);
        }

        _line[Sender] = since;
        // In this order: who hears that he waits may rely on the router's knowing him.
        _router.Tell(new CallerWaiting(caller.Interaction, Sender, configuration.Skill, since), Self);
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

    private QueueView View() => new(_configuration!, _line.Count, _line.Count == 0 ? null : _line.Values.Min());
}
