using CrmUms.Acd.Queues;
using CrmUms.Acd.Rules;
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
        var rows = events.Select(entry => RowOf(entry.Happened)).OfType<Row>();
        return connection.ExecuteAsync(new CommandDefinition(Upsert, rows.ToList(), cancellationToken: cancellation));
    }

    // A queue that was removed keeps its name: calls of the past went through it.
    private static Row? RowOf(object happened) => happened switch
    {
        RuleChanged { Kind: "queue", Content: { } content } changed =>
            new Row(changed.Id, Words.Storable(content.GetProperty("name").GetString() ?? ""), changed.At),
        QueueConfigured configured => new Row(
            configured.Configuration.Queue.Value, Words.Storable(configured.Configuration.Name), configured.At),
        _ => null,
    };

    private sealed record Row(string Queue, string Name, DateTimeOffset At);
}
