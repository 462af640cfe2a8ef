using CrmUms.Acd.Queues;
using CrmUms.Storage.Projections;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Acd;

/// <summary>acd.queue: the names of queues, for the history.</summary>
internal sealed class QueueProjection : IProjection
{
    private const string Upsert =
        """
        insert into acd.queue (queue_id, name, configured_at)
        values (@Queue, @Name, @At)
        on conflict (queue_id) do update set name = excluded.name, configured_at = excluded.configured_at
        """;

    public string Name => "queue";

    public Task ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<JournalledEvent> events, CancellationToken cancellation)
    {
        var rows = events.Select(entry => entry.Happened).OfType<QueueConfigured>().Select(configured => new
        {
            Queue = configured.Configuration.Queue.Value,
            Name = Words.Storable(configured.Configuration.Name),
            configured.At,
        });
        return connection.ExecuteAsync(new CommandDefinition(Upsert, rows.ToList(), cancellationToken: cancellation));
    }
}
