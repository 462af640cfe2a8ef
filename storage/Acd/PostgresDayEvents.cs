using System.Runtime.CompilerServices;
using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Storage.Events;
using Npgsql;

namespace CrmUms.Storage.Acd;

/// <summary>The interactions of a day, from the journal, row by row: a day may be long.</summary>
public sealed class PostgresDayEvents(PostgresDatabase database, EventCatalog catalog) : IDayEvents
{
    private const string SelectEnd = "select coalesce(max(ordering), 0) from journal";

    // The sum keeps the planner from walking up the primary key, through all days before.
    private const string SelectBeginning =
        "select coalesce(min(ordering + 0), 0) from journal where created >= @created and ordering <= @end";

    // What was open at midnight began before it. The read model has caught up with the journal by then.
    private const string SelectBefore =
        """
        select manifest, message
          from journal
         where persistence_id = any(array(
                   select 'interaction-' || replace(interaction_id::text, '-', '')
                     from acd.interaction
                    where arrived_at < $1
                      and (closed_at is null or closed_at >= $1)))
           and ordering < $2
           and not deleted
         order by ordering
        """;

    private const string SelectDay =
        """
        select manifest, message
          from journal
         where ordering between $1 and $2
           and persistence_id like 'interaction-%'
           and not deleted
         order by ordering
        """;

    public Task<long> FindEndAsync(CancellationToken cancellation) =>
        database.FindAsync<long>(SelectEnd, null, cancellation);

    public async IAsyncEnumerable<IInteractionEvent> ReadAsync(
        DateTimeOffset since, long end, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = await database.FindAsync<long>(
            SelectBeginning, new { created = since.UtcTicks, end }, cancellation);
        var beginning = found == 0 ? end + 1 : found; // Nothing has happened today yet.
        await using var connection = await database.OpenAsync(cancellation);
        await foreach (var happened in EventsAsync(
            connection, SelectBefore, since.ToUniversalTime(), beginning, cancellation))
        {
            yield return happened;
        }

        await foreach (var happened in EventsAsync(connection, SelectDay, beginning, end, cancellation))
        {
            yield return happened;
        }
    }

    private async IAsyncEnumerable<IInteractionEvent> EventsAsync<T>(
        NpgsqlConnection connection,
        string sql,
        T first,
        long second,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
#pragma warning disable CA2100 // One of the two constants above.
        await using var command = new NpgsqlCommand(sql, connection)
#pragma warning restore CA2100
        {
            Parameters =
            {
                new NpgsqlParameter<T> { TypedValue = first },
                new NpgsqlParameter<long> { TypedValue = second },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (Decode(reader.GetString(0), reader.GetFieldValue<byte[]>(1)) is { } happened)
            {
                yield return happened;
            }
        }
    }

    // What cannot be read counts nowhere; the projector has said so already.
    private IInteractionEvent? Decode(string manifest, byte[] message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, catalog.TypeOf(manifest), EventJson.Options)
                as IInteractionEvent;
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException or FormatException)
        {
            return null;
        }
    }
}
