using CrmUms.Acd.Interactions;
using CrmUms.Storage.Projections;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Crm;

/// <summary>When each client was last in touch: of several who share a number, the latest is recognised.</summary>
internal sealed class ClientContactProjection : IProjection
{
    private const string Touch =
        """
        update crm.client
           set last_contacted_at = greatest(last_contacted_at, @At)
         where client_id = @Client
        """;

    public string Name => "client-contact";

    public Task ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<JournalledEvent> events, CancellationToken cancellation)
    {
        var rows = events.Select(entry => entry.Happened).OfType<CallerIdentified>()
            .Select(identified => new { Client = identified.Identity.Client.Value, identified.At });
        return connection.ExecuteAsync(new CommandDefinition(Touch, rows.ToList(), cancellationToken: cancellation));
    }
}
