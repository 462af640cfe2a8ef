namespace CrmUms.Actors.Persistence;

/// <summary>Which snapshot, of whom, from when.</summary>
public sealed class SnapshotMetadata(string persistenceId, long sequenceNr, DateTime timestamp)
{
    /// <summary>Whose state it is.</summary>
    public string PersistenceId { get; } = persistenceId;

    /// <summary>The last event it contains.</summary>
    public long SequenceNr { get; } = sequenceNr;

    /// <summary>When it was taken, in UTC.</summary>
    public DateTime Timestamp { get; } = timestamp;
}

/// <summary>First message of a recovery when a snapshot exists: the state to start from.</summary>
public sealed class SnapshotOffer(SnapshotMetadata metadata, object snapshot)
{
    /// <summary>Which snapshot it is.</summary>
    public SnapshotMetadata Metadata { get; } = metadata;

    /// <summary>The state as it was given to SaveSnapshot.</summary>
    public object Snapshot { get; } = snapshot;
}

/// <summary>Event: the snapshot asked for by SaveSnapshot is stored.</summary>
public sealed class SaveSnapshotSuccess(SnapshotMetadata metadata)
{
    /// <summary>Which snapshot it is.</summary>
    public SnapshotMetadata Metadata { get; } = metadata;
}

/// <summary>Event: the snapshot could not be stored. Nothing is lost: the events are.</summary>
public sealed class SaveSnapshotFailure(SnapshotMetadata metadata, Exception cause)
{
    /// <summary>Which snapshot it would have been.</summary>
    public SnapshotMetadata Metadata { get; } = metadata;

    /// <summary>What the journal said.</summary>
    public Exception Cause { get; } = cause;
}

/// <summary>Event: the snapshots asked for by DeleteSnapshots are gone.</summary>
public sealed class DeleteSnapshotsSuccess(SnapshotSelectionCriteria criteria)
{
    /// <summary>Which ones were meant.</summary>
    public SnapshotSelectionCriteria Criteria { get; } = criteria;
}

/// <summary>Event: the snapshots could not be deleted; asking again later is harmless.</summary>
public sealed class DeleteSnapshotsFailure(SnapshotSelectionCriteria criteria, Exception cause)
{
    /// <summary>Which ones were meant.</summary>
    public SnapshotSelectionCriteria Criteria { get; } = criteria;

    /// <summary>What the journal said.</summary>
    public Exception Cause { get; } = cause;
}

/// <summary>Last message of a recovery: all stored events have been replayed.</summary>
public sealed class RecoveryCompleted
{
    /// <summary>The only one.</summary>
    public static readonly RecoveryCompleted Instance = new();

    private RecoveryCompleted()
    {
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RecoveryCompleted;

    /// <inheritdoc/>
    public override int GetHashCode() => 1;
}
