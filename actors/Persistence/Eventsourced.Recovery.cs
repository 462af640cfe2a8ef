using CrmUms.Actors.Cells;

namespace CrmUms.Actors.Persistence;

public abstract partial class Eventsourced
{
    private void StartRecovery()
    {
        if (string.IsNullOrWhiteSpace(PersistenceId))
        {
            throw new ActorInitializationException(Self, $"{GetType()} has no PersistenceId.");
        }

        _life = new CancellationTokenSource();
        var run = new RecoveryRun(this, Runtime, Recovery, _life.Token);
        IsRecovering = true;
        Cell.AddHold(Hold.Recovering);
        Runtime.Busy?.Entered();
        _ = run.RunAsync();
    }

    /// <summary>Applies a part of the past in a turn of this actor; completes when it is applied.</summary>
    internal Task<bool> ApplyAsync(SnapshotOffer? snapshot, IReadOnlyList<PersistedEvent> events)
    {
        var applied = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Cell.PostSystem(new InstanceWork(
            this, () => applied.SetResult(Apply(snapshot, events)), () => applied.SetResult(false)));
        return applied.Task;
    }

    internal void PostRecovered(long highestSequenceNr) =>
        Cell.PostSystem(new InstanceWork(this, () => Recovered(highestSequenceNr)));

    internal void PostRecoveryFailure(Exception cause) =>
        Cell.PostSystem(new InstanceWork(this, () => StopAfter(() => OnRecoveryFailure(cause))));

    private bool Apply(SnapshotOffer? snapshot, IReadOnlyList<PersistedEvent> events)
    {
        object current = snapshot!;
        try
        {
            if (snapshot is not null)
            {
                LastSequenceNr = snapshot.Metadata.SequenceNr;
                Replay(snapshot);
            }

            foreach (var stored in events)
            {
                current = stored.Payload;
                LastSequenceNr = stored.SequenceNr;
                Replay(stored.Payload);
            }

            return true;
        }
        catch (Exception cause) when (Fault.IsForTheParent(cause))
        {
            StopAfter(() => OnRecoveryFailure(cause, current));
            return false;
        }
    }

    private void Replay(object message) => Cell.WithEnvelope(message, sender: null, () =>
    {
        if (!ReceiveRecover(message))
        {
            Unhandled(message);
        }
    });

    private void Recovered(long highestSequenceNr)
    {
        LastSequenceNr = Math.Max(LastSequenceNr, highestSequenceNr);
        _assignedSequenceNr = LastSequenceNr;
        IsRecovering = false;
        Cell.RemoveHold(Hold.Recovering);
        OnReplaySuccess();
        Replay(RecoveryCompleted.Instance);
        Flush();
    }

    private void StopAfter(Action hook)
    {
        try
        {
            hook();
        }
        finally
        {
            Cell.Stop(Self);
        }
    }
}
