using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.Storage.Events;

namespace CrmUms.Storage.Acd;

/// <summary>Single interactions, from the journal.</summary>
public sealed class PostgresPastInteractions(PostgresDatabase database, EventCatalog catalog) : IPastInteractions
{
    private const string Select =
        """
        select manifest, message
          from journal
         where persistence_id = @id
           and not deleted
         order by sequence_number
        """;

    public async Task<IReadOnlyList<IInteractionEvent>> ReadAsync(
        InteractionId interaction, CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<(string Manifest, byte[] Message)>(
            Select, new { id = $"interaction-{interaction}" }, cancellation);
        return [.. rows.Select(row => Decode(row.Manifest, row.Message)).OfType<IInteractionEvent>()];
    }

    private object? Decode(string manifest, byte[] message) =>
        JsonSerializer.Deserialize(message, catalog.TypeOf(manifest), EventJson.Options);
}
