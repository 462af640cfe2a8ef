using CrmUms.Actors.Cells;

namespace CrmUms.Actors.Persistence;

public abstract partial class Eventsourced
{
    private readonly Queue<Invocation> _invocations = new();
    private List<AtomicWrite> _unsent = [];
    private long _assignedSequenceNr;
    private int _stashingInvocations;

    /// <summary>Stores the event, then runs the handler; no other command is handled in between.</summary>
    public void Persist<TEvent>(TEvent @event, Action<TEvent> handler) =>
        Enqueue([@event], stored => handler((TEvent)stored), isStashing: true);

    public void Persist<TEvent>(TEvent @event, Func<TEvent, Task> handler) =>
        Enqueue([@event], Awaited(handler), isStashing: true);

    /// <summary>As Persist for several events, stored together or not at all.</summary>
    public void PersistAll<TEvent>(IEnumerable<TEvent> events, Action<TEvent> handler) =>
        Enqueue(events, stored => handler((TEvent)stored), isStashing: true);

    public void PersistAll<TEvent>(IEnumerable<TEvent> events, Func<TEvent, Task> handler) =>
        Enqueue(events, Awaited(handler), isStashing: true);

    /// <summary>As Persist, but other commands may be handled before the commit.</summary>
    public void PersistAsync<TEvent>(TEvent @event, Action<TEvent> handler) =>
        Enqueue([@event], stored => handler((TEvent)stored), isStashing: false);

    public void PersistAsync<TEvent>(TEvent @event, Func<TEvent, Task> handler) =>
        Enqueue([@event], Awaited(handler), isStashing: false);

    public void PersistAllAsync<TEvent>(IEnumerable<TEvent> events, Action<TEvent> handler) =>
        Enqueue(events, stored => handler((TEvent)stored), isStashing: false);

    public void PersistAllAsync<TEvent>(IEnumerable<TEvent> events, Func<TEvent, Task> handler) =>
        Enqueue(events, Awaited(handler), isStashing: false);

    /// <summary>Runs the handler after the handlers of everything persisted before; stores nothing.</summary>
    public void DeferAsync<TEvent>(TEvent evt, Action<TEvent> handler) =>
        Defer(evt!, stored => handler((TEvent)stored));

    public void DeferAsync<TEvent>(TEvent evt, Func<TEvent, Task> handler) => Defer(evt!, Awaited(handler));

    protected override bool AroundReceive(Receive receive, object message)
    {
        try
        {
            return base.AroundReceive(receive, message);
        }
        finally
        {
            Flush();
        }
    }

    internal override void AfterTask() => Continue();

    internal override void Resumed() => Continue();

    private Action<object> Awaited<TEvent>(Func<TEvent, Task> handler) =>
        stored => Cell.RunTask(handler, (TEvent)stored);

    private void Enqueue<TEvent>(IEnumerable<TEvent> events, Action<object> handler, bool isStashing)
    {
        if (IsRecovering)
        {
            throw new InvalidOperationException(
                "Nothing is persisted during recovery; RecoveryCompleted is the first moment for it.");
        }

        var stored = new List<PersistedEvent>();
        foreach (var @event in events)
        {
            ArgumentNullException.ThrowIfNull(@event);
            stored.Add(new PersistedEvent(
                PersistenceId, ++_assignedSequenceNr, @event, Runtime.TimeProvider.GetUtcNow(), _writerUuid));
            _invocations.Enqueue(Invoke(@event, handler, isStashing, needsCommit: true));
        }

        if (stored.Count == 0)
        {
            return;
        }

        _unsent.Add(new AtomicWrite(PersistenceId, stored));
        if (isStashing)
        {
            _stashingInvocations += stored.Count;
            Cell.AddHold(Hold.Persisting);
        }
    }

    private void Defer(object evt, Action<object> handler)
    {
        if (_invocations.Count == 0)
        {
            handler(evt);
        }
        else
        {
            _invocations.Enqueue(Invoke(evt, handler, isStashing: false, needsCommit: false));
        }
    }

    /// <summary>Sends what the handler asked to persist, all of one command together.</summary>
    private void Flush()
    {
        if (_unsent.Count == 0 || Cell.HasHold(Hold.Awaiting))
        {
            return;
        }

        var writes = _unsent;
        _unsent = [];
        Runtime.Writer.Submit(new PendingWrites(
            writes, written => Cell.PostSystem(new InstanceWork(this, () => Written(written)))));
    }

    private Invocation Invoke(object @event, Action<object> handler, bool isStashing, bool needsCommit) =>
        new(@event, handler, isStashing, needsCommit, Cell.CurrentMessage, Cell.SenderOrNull);

    /// <summary>A handler that waits for its turn, with the circumstances of the command that asked for it.</summary>
    private sealed record Invocation(
        object Event, Action<object> Handler, bool IsStashing, bool NeedsCommit, object? Message, IActorRef? Sender);
}
