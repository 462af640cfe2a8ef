namespace CrmUms.Storage.Journal;

/// <summary>The states of actors, taken now and then to shorten their recovery.</summary>
internal sealed class SnapshotTable(PostgresDatabase database, IEventSerializer serializer)
{
    private const string Upsert =
        """
        insert into snapshot (persistence_id, sequence_number, created, snapshot, manifest, serializer_id)
        values (@PersistenceId, @SequenceNumber, @Created, @Snapshot, @Manifest, @SerializerId)
        on conflict (persistence_id, sequence_number)
        do update set created = excluded.created,
                      snapshot = excluded.snapshot,
                      manifest = excluded.manifest,
                      serializer_id = excluded.serializer_id
        """;

    private const string Fitting =
        """
         where persistence_id = @persistenceId
           and sequence_number between @MinSequenceNr and @MaxSequenceNr
           and created between @MinTicks and @MaxTicks
        """;

    private const string SelectYoungest =
        "select persistence_id, sequence_number, created, snapshot, manifest from snapshot " + Fitting +
        " order by sequence_number desc limit 1";

    private const string Delete = "delete from snapshot " + Fitting;

    public Task SaveAsync(PersistedSnapshot snapshot, CancellationToken cancellation)
    {
        var payload = serializer.Serialize(snapshot.Payload);
        var row = new Row
        {
            PersistenceId = snapshot.PersistenceId,
            SequenceNumber = snapshot.SequenceNr,
            Created = snapshot.At.UtcTicks,
            Snapshot = payload.Json,
            Manifest = payload.Manifest,
        };
        return database.ExecuteAsync(Upsert, row, cancellation);
    }

    public async Task<PersistedSnapshot?> LoadAsync(
        string persistenceId, SnapshotSelectionCriteria criteria, CancellationToken cancellation)
    {
        var row = await database.FindAsync<Row>(SelectYoungest, Bounds(persistenceId, criteria), cancellation);
        return row is null
            ? null
            : new PersistedSnapshot(
                row.PersistenceId,
                row.SequenceNumber,
                serializer.Deserialize(row.Manifest, row.Snapshot),
                new DateTimeOffset(row.Created, TimeSpan.Zero));
    }

    public Task DeleteAsync(
        string persistenceId, SnapshotSelectionCriteria criteria, CancellationToken cancellation) =>
        database.ExecuteAsync(Delete, Bounds(persistenceId, criteria), cancellation);

    private static object Bounds(string persistenceId, SnapshotSelectionCriteria criteria) => new
    {
        persistenceId,
        criteria.MinSequenceNr,
        criteria.MaxSequenceNr,
        MinTicks = criteria.MinTimestamp?.Ticks ?? 0,
        MaxTicks = criteria.MaxTimeStamp.Ticks,
    };

    private sealed record Row
    {
        public string PersistenceId { get; init; } = "";

        public long SequenceNumber { get; init; }

        public long Created { get; init; }

        public byte[] Snapshot { get; init; } = [];

        public string Manifest { get; init; } = "";

        public int SerializerId { get; init; } = JournalWriter.SerializerId;
    }
}
