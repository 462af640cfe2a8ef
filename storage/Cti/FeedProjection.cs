using CrmUms.Acd.Agents;
using CrmUms.Acd.Feed;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.Storage.Projections;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Cti;

/// <summary>
/// cti.event: what other systems are told, one row per event that concerns them, numbered by the journal. What a crash
/// of PostgreSQL takes away comes again under the same numbers.
/// </summary>
internal sealed class FeedProjection : IProjection
{
    private const string SelectKnown =
        "select interaction_id, known from cti.interaction where interaction_id = any(@keys)";

    private const string SaveKnown =
        """
        insert into cti.interaction (interaction_id, known, changed_at)
        values (@Interaction, @Known, @At)
        on conflict (interaction_id) do update set known = excluded.known, changed_at = excluded.changed_at
        """;

    private const string Insert =
        """
        insert into cti.event (sequence, at, type, subject_id, body)
        values (@Sequence, @At, @Type, @Subject, @Body)
        """;

    public string Name => "cti-feed";

    public async Task ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<JournalledEvent> events, CancellationToken cancellation)
    {
        var keys = events.Select(entry => entry.Happened).OfType<IInteractionEvent>()
            .Select(happened => happened.Interaction.Value).Distinct().ToArray();
        var known = await LoadAsync(connection, keys, cancellation);
        var changed = new Dictionary<InteractionId, DateTimeOffset>();
        var rows = new List<object>();
        foreach (var entry in events)
        {
            if (Tell(entry, known, changed) is { } told)
            {
                rows.Add(RowOf(told with { Sequence = entry.Ordering }));
            }
        }

        await connection.ExecuteAsync(new CommandDefinition(Insert, rows, cancellationToken: cancellation));
        var kept = changed.Select(each => new
        {
            Interaction = each.Key.Value, Known = FeedJson.Write(known[each.Key.Value]), At = each.Value,
        });
        await connection.ExecuteAsync(
            new CommandDefinition(SaveKnown, kept.ToList(), cancellationToken: cancellation));
    }

    private static FeedEvent? Tell(
        JournalledEvent entry, Dictionary<Guid, FeedContext> known, Dictionary<InteractionId, DateTimeOffset> changed)
    {
        switch (entry.Happened)
        {
            case IInteractionEvent happened:
                var before = known.GetValueOrDefault(happened.Interaction.Value, FeedContext.Unknown);
                var (after, told) = FeedFold.After(before, happened);
                if (after != before)
                {
                    known[happened.Interaction.Value] = after;
                    changed[happened.Interaction] = happened.At;
                }

                return told;
            case IAgentEvent happened:
                return FeedFold.Of(happened);
            default:
                return null;
        }
    }

    private static object RowOf(FeedEvent told) => new
    {
        told.Sequence,
        told.At,
        told.Type,
        told.Subject,
        // text knows no character zero.
        Body = FeedJson.Write(told).Replace("\\u0000", "", StringComparison.Ordinal),
    };

    private static async Task<Dictionary<Guid, FeedContext>> LoadAsync(
        NpgsqlConnection connection, Guid[] keys, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<(Guid Interaction, string Known)>(
            new CommandDefinition(SelectKnown, new { keys }, cancellationToken: cancellation));
        return rows.ToDictionary(row => row.Interaction, row => FeedJson.ReadContext(row.Known));
    }
}
