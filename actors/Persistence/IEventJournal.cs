namespace CrmUms.Actors.Persistence;

/// <summary>
/// Port: where persistent actors' events and snapshots are kept. Called from many threads at once; writes come from
/// one caller at a time, already gathered into batches. A call that fails may be repeated by nobody: the actor
/// concerned stops, and its parent's policy decides.
/// </summary>
public interface IEventJournal
{
    /// <summary>
    /// Makes the batch durable in one commit. When the task completes, everything that was not rejected is on disk.
    /// </summary>
    /// <param name="batch">
    /// Writes of many actors; those of one actor are in order. A write is stored as a whole or not at all.
    /// </param>
    /// <param name="cancellation">Set when the system gives up waiting at its end.</param>
    /// <returns>
    /// Null when all is stored; else one entry for each write, in order: null where it is stored, the reason where it
    /// was rejected (an event that cannot be turned into JSON). A rejected write leaves its actor alive.
    /// </returns>
    /// <exception cref="JournalConflictException">
    /// A write clashes with what is stored (sequence number taken by another writer) and nothing of the batch is
    /// stored; the kernel then offers each write alone, so that only the culprit fails.
    /// </exception>
    /// <exception cref="Exception">Nothing of the batch is stored; every writer of it stops.</exception>
    Task<IReadOnlyList<Exception?>?> WriteAsync(IReadOnlyList<AtomicWrite> batch, CancellationToken cancellation);

    /// <summary>Reads one actor's events in order, both bounds included. Only committed events are seen.</summary>
    IAsyncEnumerable<PersistedEvent> ReplayAsync(
        string persistenceId, long fromSequenceNr, long toSequenceNr, CancellationToken cancellation);

    /// <summary>The highest sequence number ever committed for the actor; 0 when there is none.</summary>
    Task<long> ReadHighestSequenceNrAsync(string persistenceId, CancellationToken cancellation);

    /// <summary>Keeps a snapshot; one with the same actor and sequence number is replaced.</summary>
    Task SaveSnapshotAsync(PersistedSnapshot snapshot, CancellationToken cancellation);

    /// <summary>The youngest snapshot that fits the criteria, or null.</summary>
    Task<PersistedSnapshot?> LoadSnapshotAsync(
        string persistenceId, SnapshotSelectionCriteria criteria, CancellationToken cancellation);

    /// <summary>Drops all snapshots that fit the criteria.</summary>
    Task DeleteSnapshotsAsync(
        string persistenceId, SnapshotSelectionCriteria criteria, CancellationToken cancellation);
}

/// <summary>Events of one actor that are stored together or not at all, numbered without a gap between them.</summary>
public sealed record AtomicWrite(string PersistenceId, IReadOnlyList<PersistedEvent> Events)
{
    /// <summary>Number of the first event.</summary>
    public long LowestSequenceNr => Events[0].SequenceNr;

    /// <summary>Number of the last event.</summary>
    public long HighestSequenceNr => Events[^1].SequenceNr;
}

/// <summary>One event of one actor.</summary>
/// <param name="PersistenceId">Whose event it is.</param>
/// <param name="SequenceNr">Rising from 1 per actor; a rejected event leaves a gap.</param>
/// <param name="Payload">The event itself, a sealed record of the domain.</param>
/// <param name="At">When it was persisted, by the system's clock; becomes <c>journal.created</c>.</param>
/// <param name="WriterUuid">Which life of the actor wrote it; becomes <c>journal.writer_uuid</c>.</param>
public sealed record PersistedEvent(
    string PersistenceId, long SequenceNr, object Payload, DateTimeOffset At, Guid WriterUuid);

/// <summary>The state of one actor after one of its events.</summary>
/// <param name="PersistenceId">Whose state it is.</param>
/// <param name="SequenceNr">The last event it contains.</param>
/// <param name="Payload">The state itself.</param>
/// <param name="At">When it was taken, by the system's clock.</param>
public sealed record PersistedSnapshot(string PersistenceId, long SequenceNr, object Payload, DateTimeOffset At);

/// <summary>A write clashes with what the journal holds; see <see cref="IEventJournal.WriteAsync"/>.</summary>
public sealed class JournalConflictException(string message, Exception? cause = null) : Exception(message, cause);
