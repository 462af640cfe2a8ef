using CrmUms.Acd.Shared;

namespace CrmUms.Acd.Queues;

/// <summary>Parent of all queues: knows which there are and which number called leads to which.</summary>
public sealed class QueuesActor : ReceivePersistentActor
{
    private static readonly TimeSpan ViewWithin = TimeSpan.FromSeconds(2);

    private readonly Dictionary<QueueId, IActorRef> _queues = [];
    private readonly Dictionary<QueueId, QueueEntry> _entries = [];
    private readonly HashSet<QueueId> _silent = []; // Started and not yet heard of.
    private readonly List<IActorRef> _awaitingStart = [];
    private readonly IActorRef _interactions;
    private readonly IActorRef _router;
    private readonly TimeProvider _time;

    /// <param name="interactions">Is told <see cref="NumbersChanged"/>.</param>
    /// <param name="router">Is told who waits.</param>
    /// <param name="time">The clock.</param>
    public QueuesActor(IActorRef interactions, IActorRef router, TimeProvider time)
    {
        _interactions = interactions;
        _router = router;
        _time = time;
        Recover<QueueAdded>(added => Start(added.Queue));
        Command<ConfigureQueue>(OnConfigureQueue);
        Command<QueueAnnounced>(OnQueueAnnounced);
        Command<AwaitStart>(OnAwaitStart);
        Command<GetQueueViews>(_ => OnGetQueueViews());
    }

    public override string PersistenceId => "queues";

    private void OnConfigureQueue(ConfigureQueue command)
    {
        var configuration = command.Configuration;
        var problem = QueueRules.ProblemOf(configuration, _entries.Values.Select(entry => entry.Configuration));
        if (problem is not null)
        {
            Sender.Tell(new QueueReply(problem), Self);
        }
        else if (_queues.TryGetValue(configuration.Queue, out var queue))
        {
            queue.Forward(command);
        }
        else
        {
            Persist(
                new QueueAdded(configuration.Queue, _time.GetUtcNow()),
                added => Start(added.Queue).Forward(command)
            );
        }
    }

    private IActorRef Start(QueueId queue)
    {
        var (router, time) = (_router, _time);
        _silent.Add(queue);
        return _queues[queue] = Context.ActorOf(Props.Create(() => new QueueActor(queue, router, time)), queue.Value);
    }

    private void OnQueueAnnounced(QueueAnnounced announced)
    {
        _silent.Remove(announced.Queue);
        if (announced.Entry is not null)
        {
            _entries[announced.Queue] = announced.Entry;
            _interactions.Tell(new NumbersChanged(new NumberPlan(_entries.Values)), Self);
        }

        announced.Asker.Tell(new QueueReply(null), Self); // From now on a caller of its numbers comes here.
        AnswerWaitingStarts();
    }

    private void OnAwaitStart(AwaitStart query)
    {
        _awaitingStart.Add(Sender);
        AnswerWaitingStarts();
    }

    private void AnswerWaitingStarts()
    {
        if (_silent.Count == 0)
        {
            _awaitingStart.ForEach(waiter => waiter.Tell(Started.Instance, Self));
            _awaitingStart.Clear();
        }
    }

    private void OnGetQueueViews()
    {
        Task.WhenAll(_entries.Values.Select(entry => entry.Queue.Ask<QueueView>(new GetQueueViews(), ViewWithin)))
            .PipeTo(Sender, Self, views => new QueueViews(views));
    }
}
