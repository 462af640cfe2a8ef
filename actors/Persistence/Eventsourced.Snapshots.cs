using CrmUms.Actors.Cells;

namespace CrmUms.Actors.Persistence;

public abstract partial class Eventsourced
{
    /// <summary>
    /// Stores the state as it is after <see cref="LastSequenceNr"/>. It must be immutable. Answered to this actor by
    /// <see cref="SaveSnapshotSuccess"/> or <see cref="SaveSnapshotFailure"/>.
    /// </summary>
    public void SaveSnapshot(object snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var stored = new PersistedSnapshot(
            PersistenceId, LastSequenceNr, snapshot, Runtime.TimeProvider.GetUtcNow());
        var metadata = new SnapshotMetadata(PersistenceId, LastSequenceNr, stored.At.UtcDateTime);
        _ = AnswerAsync(
            journal => journal.SaveSnapshotAsync(stored, CancellationToken.None),
            new SaveSnapshotSuccess(metadata),
            cause => new SaveSnapshotFailure(metadata, cause));
    }

    /// <summary>Answered by <see cref="DeleteSnapshotsSuccess"/> or <see cref="DeleteSnapshotsFailure"/>.</summary>
    public void DeleteSnapshots(SnapshotSelectionCriteria criteria)
    {
        var id = PersistenceId;
        _ = AnswerAsync(
            journal => journal.DeleteSnapshotsAsync(id, criteria, CancellationToken.None),
            new DeleteSnapshotsSuccess(criteria),
            cause => new DeleteSnapshotsFailure(criteria, cause));
    }

    private async Task AnswerAsync(
        Func<IEventJournal, Task> ask, object success, Func<Exception, object> failure)
    {
        var (runtime, self) = (Runtime, Self);
        runtime.Busy?.Entered();
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await ask(runtime.Journal);
            self.Tell(success, self);
        }
        catch (Exception cause) when (Fault.IsForTheParent(cause))
        {
            self.Tell(failure(cause), self);
        }
        finally
        {
            runtime.Busy?.Left();
        }
    }
}
