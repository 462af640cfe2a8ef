using CrmUms.Acd.Shared;
using CrmUms.Recording.Ports;
using CrmUms.Recording.Shared;
using CrmUms.Storage.Projections;
using Dapper;

namespace CrmUms.Storage.Recording;

/// <summary>What is known of recordings.</summary>
public sealed class PostgresRecordingIndex(PostgresDatabase database, Projector projector) : IRecordingIndex
{
    private const string Columns =
        """
        recording_id, interaction_id, part, raw_file, started_at, state, attempts, path, media_type, bytes, duration_ms
        """;

    // Two raw files of one interaction at once must not both become part 2.
    private const string LockInteraction =
        "select pg_advisory_xact_lock(hashtextextended(@interaction::text, 70010003))";

    private const string Insert =
        """
        insert into recording.recording (recording_id, interaction_id, part, raw_file, started_at, state, attempts)
        select @recording, @interaction, 1 + coalesce(max(part), 0), @rawFile, @startedAt, 'recording', 0
          from recording.recording
         where interaction_id = @interaction
        on conflict (raw_file) do nothing
        """;

    private const string SelectByRawFile = "select " + Columns + " from recording.recording where raw_file = @rawFile";

    private const string SelectById = "select " + Columns + " from recording.recording where recording_id = @id";

    private const string SelectUnfinished =
        "select " + Columns +
        " from recording.recording where state not in ('stored', 'failed') order by started_at, recording_id";

    private const string Update =
        """
        update recording.recording
           set started_at = @StartedAt, state = @State, attempts = @Attempts, path = @Path, media_type = @MediaType,
               bytes = @Bytes, duration_ms = @DurationMs
         where recording_id = @RecordingId
        """;

    private const string SelectOwner =
        """
        select interaction_id, arrived_at, ended_at is not null as has_ended
          from acd.interaction
         where interaction_id = (select interaction_id from recording.recording where raw_file = @rawFile)
         union all
        (select interaction_id, arrived_at, ended_at is not null
           from acd.interaction
          where recording_file = @rawFile
            and recording_file <> ''
          order by arrived_at desc)
         limit 1
        """;

    public async Task<RecordingEntry> AddAsync(NewRecording file, CancellationToken cancellation)
    {
        var parameters = new
        {
            recording = file.Recording.Value,
            interaction = file.Interaction.Value,
            rawFile = file.RawFile,
            startedAt = file.StartedAt,
        };
        var row = await database.InTransactionAsync(
            async connection =>
            {
                await connection.ExecuteAsync(
                    new CommandDefinition(LockInteraction, parameters, cancellationToken: cancellation));
                await connection.ExecuteAsync(
                    new CommandDefinition(Insert, parameters, cancellationToken: cancellation));
                return await connection.QuerySingleAsync<Row>(
                    new CommandDefinition(SelectByRawFile, parameters, cancellationToken: cancellation));
            },
            cancellation);
        return row.ToEntry();
    }

    public Task SaveAsync(RecordingEntry entry, CancellationToken cancellation) =>
        database.ExecuteAsync(Update, Row.Of(entry), cancellation);

    public async Task<RecordingEntry?> FindAsync(RecordingId recording, CancellationToken cancellation) =>
        (await database.FindAsync<Row>(SelectById, new { id = recording.Value }, cancellation))?.ToEntry();

    public async Task<IReadOnlyList<RecordingEntry>> ListUnfinishedAsync(CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<Row>(SelectUnfinished, null, cancellation);
        return [.. rows.Select(row => row.ToEntry())];
    }

    public async Task<RawFileOwner?> FindOwnerAsync(string rawFile, CancellationToken cancellation)
    {
        await projector.CatchUpAsync(cancellation);
        var row = await database.FindAsync<OwnerRow>(SelectOwner, new { rawFile }, cancellation);
        return row is null ? null : new RawFileOwner(new InteractionId(row.InteractionId), row.ArrivedAt, row.HasEnded);
    }

    private sealed record OwnerRow
    {
        public Guid InteractionId { get; init; }

        public DateTimeOffset ArrivedAt { get; init; }

        public bool HasEnded { get; init; }
    }

    private sealed record Row
    {
        public Guid RecordingId { get; init; }

        public Guid InteractionId { get; init; }

        public int Part { get; init; }

        public string RawFile { get; init; } = "";

        public DateTimeOffset StartedAt { get; init; }

        public string State { get; init; } = "";

        public int Attempts { get; init; }

        public string? Path { get; init; }

        public string? MediaType { get; init; }

        public long? Bytes { get; init; }

        public long? DurationMs { get; init; }

        public static Row Of(RecordingEntry entry) => new()
        {
            RecordingId = entry.Recording.Value,
            InteractionId = entry.Interaction.Value,
            Part = entry.Part,
            RawFile = entry.RawFile,
            StartedAt = entry.StartedAt,
            State = Words.Of(entry.State),
            Attempts = entry.Attempts,
            Path = entry.Audio?.Path,
            MediaType = entry.Audio?.MediaType,
            Bytes = entry.Audio?.Bytes,
            DurationMs = (long?)entry.Audio?.Duration.TotalMilliseconds,
        };

        public RecordingEntry ToEntry() => new(
            new RecordingId(RecordingId),
            new InteractionId(InteractionId),
            Part,
            RawFile,
            StartedAt,
            Words.Parse<RecordingState>(State),
            Attempts,
            Path is null
                ? null
                : new StoredAudio(Path, MediaType ?? "", Bytes ?? 0, TimeSpan.FromMilliseconds(DurationMs ?? 0)));
    }
}
