using System.Text.Json.Nodes;
using CrmUms.Acd.Interactions;
using CrmUms.Storage.Events;
using CrmUms.Storage.Projections;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Acd;

/// <summary>acd.interaction_event: what happened to an interaction, one row per event.</summary>
internal sealed class TimelineProjection : IProjection
{
    private const string Insert =
        """
        insert into acd.interaction_event (interaction_id, ordering, at, kind, agent_id, detail)
        values (@Interaction, @Ordering, @At, @Manifest, @Agent, cast(@Detail as jsonb))
        """;

    public string Name => "timeline";

    public Task ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<JournalledEvent> events, CancellationToken cancellation)
    {
        var rows = events.Where(entry => entry.Happened is IInteractionEvent).Select(RowOf);
        return connection.ExecuteAsync(new CommandDefinition(Insert, rows.ToList(), cancellationToken: cancellation));
    }

    private static object RowOf(JournalledEvent entry)
    {
        var happened = (IInteractionEvent)entry.Happened;
        var json = JsonNode.Parse(entry.Json)!.AsObject();
        var agent = json["agent"]?.GetValue<string>();
        // What has a column of its own is not said twice.
        foreach (var field in (string[])["interaction", "at", "agent"])
        {
            json.Remove(field);
        }

        return new
        {
            Interaction = happened.Interaction.Value,
            entry.Ordering,
            happened.At,
            entry.Manifest,
            Agent = agent is null ? (Guid?)null : Guid.ParseExact(agent, "n"),
            // jsonb knows no character zero.
            Detail = json.ToJsonString(EventJson.Options).Replace("\\u0000", "", StringComparison.Ordinal),
        };
    }
}
