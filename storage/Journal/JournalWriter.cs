using Npgsql;
using NpgsqlTypes;

namespace CrmUms.Storage.Journal;

/// <summary>
/// The one connection that writes the journal: kept open, its statements prepared, remade when it breaks.
/// </summary>
internal sealed class JournalWriter(PostgresDatabase database) : IAsyncDisposable
{
    // Marks our JSON among the serializers of Akka's journal (its own numbers are below 1000).
    public const int SerializerId = 7100;

    // The lock lets no other process number its events between ours: whoever reads by "ordering" then never finds a
    // number below one that he has already seen. It is held for the length of one commit and costs no round trip.
    private const string InsertEvents =
        """
        with turn as materialized (select pg_advisory_xact_lock(70010002))
        insert into journal (persistence_id, sequence_number, created, message, identifier, manifest, writer_uuid)
        select event.persistence_id, event.sequence_number, event.created, event.message, $1, event.manifest,
               event.writer_uuid
          from turn, unnest($2, $3, $4, $5, $6, $7) with ordinality
            as event (persistence_id, sequence_number, created, message, manifest, writer_uuid, place)
         order by event.place
        """;

    private const string InsertTags =
        """
        insert into tags (ordering_id, tag, sequence_nr, persistence_id)
        select journal.ordering, tagged.tag, tagged.sequence_nr, tagged.persistence_id
          from unnest($1, $2, $3) as tagged (persistence_id, sequence_nr, tag)
          join journal on journal.persistence_id = tagged.persistence_id
                      and journal.sequence_number = tagged.sequence_nr
        """;

    private const string CountOurs =
        """
        select count(*)
          from unnest($1, $2, $3) as event (persistence_id, sequence_number, writer_uuid)
          join journal using (persistence_id, sequence_number, writer_uuid)
        """;

    private NpgsqlConnection? _connection;

    /// <summary>All rows in one commit, or none.</summary>
    public async Task InsertAsync(JournalRows rows, CancellationToken cancellation)
    {
        var connection = await ConnectedAsync(cancellation);
        // One batch is one round trip and one transaction.
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(InsertEvents)
        {
            Parameters =
            {
                new NpgsqlParameter<int> { TypedValue = SerializerId },
                Column(rows.PersistenceIds, NpgsqlDbType.Text),
                Column(rows.SequenceNrs, NpgsqlDbType.Bigint),
                Column(rows.Created, NpgsqlDbType.Bigint),
                Column(rows.Messages, NpgsqlDbType.Bytea),
                Column(rows.Manifests, NpgsqlDbType.Text),
                Column(rows.WriterUuids, NpgsqlDbType.Text),
            },
        });
        if (rows.Tags.Count > 0)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(InsertTags)
            {
                Parameters =
                {
                    Column(rows.Tags.Select(tagged => tagged.PersistenceId), NpgsqlDbType.Text),
                    Column(rows.Tags.Select(tagged => tagged.SequenceNr), NpgsqlDbType.Bigint),
                    Column(rows.Tags.Select(tagged => tagged.Tag), NpgsqlDbType.Text),
                },
            });
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// Whether these rows are stored, by these writers: asked when a connection broke before it said so.
    /// </summary>
    public async Task<bool> HasStoredAsync(JournalRows rows, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(CountOurs, await ConnectedAsync(cancellation))
        {
            Parameters =
            {
                Column(rows.PersistenceIds, NpgsqlDbType.Text),
                Column(rows.SequenceNrs, NpgsqlDbType.Bigint),
                Column(rows.WriterUuids, NpgsqlDbType.Text),
            },
        };
        return await command.ExecuteScalarAsync(cancellation) is long count && count == rows.Count;
    }

    /// <summary>Gives a broken connection up; the next statement makes a new one.</summary>
    public async Task ResetAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    public async ValueTask DisposeAsync() => await ResetAsync();

    private static NpgsqlParameter Column<T>(IEnumerable<T> values, NpgsqlDbType type) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };

    private async Task<NpgsqlConnection> ConnectedAsync(CancellationToken cancellation) =>
        _connection ??= await database.OpenAsync(cancellation);
}
