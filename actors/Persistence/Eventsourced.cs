using System.Diagnostics.CodeAnalysis;

namespace CrmUms.Actors.Persistence;

/// <summary>
/// An actor whose state is the sum of its stored events. Commands wait in the mailbox while it reads its past and
/// while a Persist waits for its commit; a handler given to Persist runs only after the commit.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The source is disposed of when the instance ends.")]
public abstract partial class Eventsourced : ActorBase, IWithUnboundedStash
{
    private readonly Guid _writerUuid = Guid.NewGuid();
    private CancellationTokenSource? _life;

    public abstract string PersistenceId { get; }

    public virtual Recovery Recovery => Recovery.Default;

    public bool IsRecovering { get; private set; }

    public bool IsRecoveryFinished => !IsRecovering;

    public long LastSequenceNr { get; private set; }

    public long SnapshotSequenceNr => LastSequenceNr;

    public string SnapshotterId => PersistenceId;

    public IStash Stash { get; set; } = null!;

    internal PersistenceRuntime Runtime => Cell.SystemImpl.Persistence;

    public override void AroundPreStart()
    {
        base.AroundPreStart();
        StartRecovery();
    }

    public override void AroundPostRestart(Exception cause, object? message)
    {
        base.AroundPostRestart(cause, message);
        StartRecovery();
    }

    public override void AroundPreRestart(Exception cause, object? message)
    {
        EndLife();
        base.AroundPreRestart(cause, message);
    }

    public override void AroundPostStop()
    {
        EndLife();
        base.AroundPostStop();
    }

    /// <summary>Runs work that awaits; no other message is handled until it is done.</summary>
    protected void RunTask(Func<Task> action) => Cell.RunTask(action);

    protected abstract bool ReceiveRecover(object message);

    protected abstract bool ReceiveCommand(object message);

    /// <summary>
    /// The write failed; the actor stops after this call, as its state in memory is ahead of the journal.
    /// </summary>
    protected virtual void OnPersistFailure(Exception cause, object @event, long sequenceNr) =>
        ActorLog.PersistFailed(Cell.SystemImpl.Log, PersistenceId, @event.GetType(), sequenceNr, cause);

    /// <summary>The journal refused the event before storing anything; the actor goes on.</summary>
    protected virtual void OnPersistRejected(Exception cause, object @event, long sequenceNr) =>
        ActorLog.PersistRejected(Cell.SystemImpl.Log, PersistenceId, @event.GetType(), sequenceNr, cause);

    /// <summary>The past cannot be read or applied; the actor stops after this call.</summary>
    protected virtual void OnRecoveryFailure(Exception reason, object? message = null) =>
        ActorLog.RecoveryFailed(Cell.SystemImpl.Log, PersistenceId, LastSequenceNr, reason);

    protected virtual void OnReplaySuccess()
    {
    }

    private void EndLife()
    {
        _life?.Cancel();
        _life?.Dispose();
        _life = null;
    }
}
