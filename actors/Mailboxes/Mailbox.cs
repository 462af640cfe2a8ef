using System.Collections.Concurrent;

namespace CrmUms.Actors.Mailboxes;

/// <summary>
/// Idle, or scheduled on the thread pool for one turn; a compare-and-swap decides who schedules it. A turn handles
/// system messages first and a bounded number of user messages.
/// </summary>
internal abstract class Mailbox(ActorSystem system) : IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Scheduled = 1;

    // The depth is looked at once in so many posts of a thread: a look costs more than the post itself.
    private const int PostsPerLook = 64;

    [ThreadStatic]
    private static int _posts;

    private readonly ConcurrentQueue<Envelope> _queue = new();

    // Unstashed messages, the next one last. Touched only within a turn.
    private readonly List<Envelope> _front = [];
    private SystemMessage? _systemMessages;
    private int _status;
    private volatile bool _isFull;
    private bool _isAlarmed;

    public ActorSystem SystemImpl { get; } = system;

    protected abstract ActorPath Path { get; }

    /// <summary>User messages stay in the mailbox. Read and written only within a turn.</summary>
    protected abstract bool IsHeld { get; }

    public void Post(object message, IActorRef? sender)
    {
        if (message is null)
        {
            throw new InvalidMessageException();
        }

        if (_isFull || (++_posts % PostsPerLook == 0 && IsOverBound()))
        {
            Refuse(message, sender);
            return;
        }

        _queue.Enqueue(new Envelope(message, sender!));
        if (Volatile.Read(ref _status) == Idle)
        {
            Schedule();
        }
    }

    public void PostSystem(SystemMessage message)
    {
        var head = Volatile.Read(ref _systemMessages);
        while (true)
        {
            message.Next = head;
            var seen = Interlocked.CompareExchange(ref _systemMessages, message, head);
            if (ReferenceEquals(seen, head))
            {
                break;
            }

            head = seen;
        }

        Schedule();
    }

    void IThreadPoolWorkItem.Execute()
    {
        BeginTurn();
        try
        {
            LookAtDepth();
            RunMessages();
        }
        finally
        {
            EndTurn();
        }

        Interlocked.Exchange(ref _status, Idle);
        if (HasWork)
        {
            Schedule();
        }

        SystemImpl.Busy?.Left();
    }

    /// <summary>Puts messages before all others, in the order given.</summary>
    internal void PutInFront(IReadOnlyList<Envelope> envelopes)
    {
        for (var index = envelopes.Count - 1; index >= 0; index--)
        {
            _front.Add(envelopes[index]);
        }
    }

    protected abstract void Refuse(object message, IActorRef? sender);

    protected abstract void BeginTurn();

    protected abstract void EndTurn();

    protected abstract void Handle(object message, IActorRef? sender);

    protected abstract void Handle(SystemMessage message);

    private bool IsOverBound()
    {
        if (_queue.Count < SystemImpl.MailboxMax)
        {
            return false;
        }

        _isFull = true;
        ActorLog.MailboxFull(SystemImpl.Log, Path, SystemImpl.MailboxMax);
        return true;
    }

    private void LookAtDepth()
    {
        var depth = _queue.Count;
        ActorMeters.MailboxDepth(depth);
        if (_isFull && depth < SystemImpl.MailboxMax)
        {
            _isFull = false;
        }

        if (depth >= SystemImpl.MailboxAlarm && !_isAlarmed)
        {
            ActorLog.MailboxDeep(SystemImpl.Log, Path, depth);
        }

        _isAlarmed = depth >= SystemImpl.MailboxAlarm;
    }

    private bool HasWork =>
        Volatile.Read(ref _systemMessages) is not null || (!IsHeld && (_front.Count > 0 || !_queue.IsEmpty));

    private bool TryTake(out Envelope envelope)
    {
        if (_front.Count == 0)
        {
            return _queue.TryDequeue(out envelope);
        }

        envelope = _front[^1];
        _front.RemoveAt(_front.Count - 1);
        return true;
    }

    /// <summary>
    /// No user message is handled while a system message waits; both count for the length of the turn.
    /// </summary>
    private void RunMessages()
    {
        for (var left = SystemImpl.ThroughputMax; left > 0;)
        {
            if (_systemMessages is not null)
            {
                left -= RunSystemMessages();
            }
            else if (!IsHeld && TryTake(out var envelope))
            {
                left--;
                Handle(envelope.Message, envelope.Sender);
            }
            else
            {
                return;
            }
        }
    }

    private int RunSystemMessages()
    {
        var count = 0;
        for (var next = Reverse(Interlocked.Exchange(ref _systemMessages, null)); next is not null; count++)
        {
            var message = next;
            next = message.Next;
            message.Next = null;
            Handle(message);
        }

        return count;
    }

    // Senders push onto a stack, so the oldest is last.
    private static SystemMessage? Reverse(SystemMessage? newest)
    {
        SystemMessage? oldest = null;
        while (newest is not null)
        {
            var next = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = next;
        }

        return oldest;
    }

    private void Schedule()
    {
        if (Interlocked.CompareExchange(ref _status, Scheduled, Idle) == Idle)
        {
            SystemImpl.Busy?.Entered();
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
