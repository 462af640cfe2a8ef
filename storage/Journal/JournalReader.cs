using System.Runtime.CompilerServices;
using Npgsql;

namespace CrmUms.Storage.Journal;

/// <summary>Reads the events of one actor, row by row, so that a long life does not fill the memory.</summary>
internal sealed class JournalReader(PostgresDatabase database, IEventSerializer serializer)
{
    private const string SelectEvents =
        """
        select sequence_number, created, message, manifest, writer_uuid
          from journal
         where persistence_id = $1
           and sequence_number between $2 and $3
           and not deleted
         order by sequence_number
        """;

    private const string SelectHighest =
        "select coalesce(max(sequence_number), 0) from journal where persistence_id = @persistenceId";

    public async IAsyncEnumerable<PersistedEvent> ReplayAsync(
        string persistenceId, long from, long to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(SelectEvents, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = persistenceId },
                new NpgsqlParameter<long> { TypedValue = from },
                new NpgsqlParameter<long> { TypedValue = to },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return new PersistedEvent(
                persistenceId,
                reader.GetInt64(0),
                serializer.Deserialize(reader.GetString(3), reader.GetFieldValue<byte[]>(2)),
                new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero),
                await reader.IsDBNullAsync(4, cancellation) ? Guid.Empty : Guid.Parse(reader.GetString(4)));
        }
    }

    public Task<long> HighestAsync(string persistenceId, CancellationToken cancellation) =>
        database.FindAsync<long>(SelectHighest, new { persistenceId }, cancellation);
}
