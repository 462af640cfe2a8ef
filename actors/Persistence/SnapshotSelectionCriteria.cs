namespace CrmUms.Actors.Persistence;

/// <summary>Which snapshots are meant: by sequence number and by time, bounds included.</summary>
public sealed record SnapshotSelectionCriteria
{
    public SnapshotSelectionCriteria(
        long maxSequenceNr, DateTime maxTimeStamp, long minSequenceNr = 0, DateTime? minTimestamp = null)
    {
        MaxSequenceNr = maxSequenceNr;
        MaxTimeStamp = maxTimeStamp;
        MinSequenceNr = minSequenceNr;
        MinTimestamp = minTimestamp ?? DateTime.MinValue;
    }

    public SnapshotSelectionCriteria(long maxSequenceNr)
        : this(maxSequenceNr, DateTime.MaxValue)
    {
    }

    public static SnapshotSelectionCriteria Latest { get; } = new(long.MaxValue);

    public static SnapshotSelectionCriteria None { get; } = new(0, DateTime.MinValue);

    public long MaxSequenceNr { get; }

    public DateTime MaxTimeStamp { get; }

    public long MinSequenceNr { get; }

    public DateTime? MinTimestamp { get; }

    /// <summary>For journals that keep snapshots in memory; others say the same in their query.</summary>
    public bool Fits(PersistedSnapshot snapshot) =>
        snapshot.SequenceNr >= MinSequenceNr
        && snapshot.SequenceNr <= MaxSequenceNr
        && snapshot.At.UtcDateTime <= MaxTimeStamp
        && snapshot.At.UtcDateTime >= MinTimestamp;
}
