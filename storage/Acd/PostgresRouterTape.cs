using System.Text.Json;
using CrmUms.Acd.Interactions;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Rules;
using CrmUms.Acd.Shared;
using CrmUms.Storage.Events;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Acd;

/// <summary>
/// Reads a day of the router from the journal, with what is needed to understand it. All of it in one read-only
/// transaction: it sees one moment, writes nothing and keeps nobody waiting.
/// </summary>
public sealed class PostgresRouterTape(PostgresDatabase database, EventCatalog catalog)
{
    private const string BeginReading = "set transaction isolation level repeatable read, read only";

    // An event is written after it has happened: what was written before the day happened before it.
    private const string SelectBeginning =
        """
        select sequence_number
          from journal
         where persistence_id = 'router'
           and manifest in ('router-started', 'router-stood')
           and created <= @from
         order by sequence_number desc
         limit 1
        """;

    private const string SelectTape =
        """
        select manifest, message
          from journal
         where persistence_id = 'router'
           and sequence_number >= @beginning
           and created <= @until
           and not deleted
         order by sequence_number
        """;

    private const string SelectRules =
        """
        select manifest, message
          from journal
         where persistence_id = 'rules'
           and created <= @until
           and not deleted
         order by sequence_number
        """;

    private const string SelectCallers =
        """
        select manifest, message
          from journal
         where persistence_id = any(@callers)
           and manifest in ('interaction-arrived', 'caller-identified')
           and not deleted
         order by persistence_id, sequence_number
        """;

    /// <param name="from">The tape begins before it, at the last place where it can be taken up.</param>
    /// <param name="until">It ends with what had been written by then.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public Task<RecordedTape> ReadAsync(
        DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation) => database.InTransactionAsync(
            async connection =>
            {
                await connection.ExecuteAsync(new CommandDefinition(BeginReading, cancellationToken: cancellation));
                var beginning = await connection.QueryFirstOrDefaultAsync<long>(new CommandDefinition(
                    SelectBeginning, new { from = from.UtcTicks }, cancellationToken: cancellation));
                var events = await EventsAsync(
                    connection, SelectTape, new { beginning, until = until.UtcTicks }, cancellation);
                var rules = await EventsAsync(connection, SelectRules, new { until = until.UtcTicks }, cancellation);
                var arrivals = await EventsAsync(
                    connection, SelectCallers, new { callers = CallersOf(events) }, cancellation);
                return new RecordedTape(events, [.. rules.OfType<RuleChanged>()], FactsOf(arrivals));
            },
            cancellation);

    private static string[] CallersOf(IEnumerable<object> events) =>
    [
        .. events.OfType<RouterHeard>().Select(static heard => heard.Input)
            .Concat(events.OfType<RouterStood>().SelectMany(static stood => stood.Words))
            .OfType<RoutingInput.CallerWaiting>()
            .Select(static waiting => waiting.Interaction)
            .Distinct()
            .Select(static caller => $"interaction-{caller}"),
    ];

    private static Dictionary<InteractionId, PriorityFacts> FactsOf(IEnumerable<object> arrivals)
    {
        var facts = new Dictionary<InteractionId, PriorityFacts>();
        foreach (var happened in arrivals)
        {
            if (happened is InteractionArrived arrived)
            {
                facts[arrived.Interaction] = PriorityFacts.Of(arrived.Dialled, identity: null, topic: null, arrived.At);
            }
            else if (happened is CallerIdentified identified
                && facts.TryGetValue(identified.Interaction, out var known))
            {
                facts[identified.Interaction] = PriorityFacts.Of(
                    known.Dialled, identified.Identity, known.Topic, known.At);
            }
        }

        return facts;
    }

    private async Task<IReadOnlyList<object>> EventsAsync(
        NpgsqlConnection connection, string sql, object parameters, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<(string Manifest, byte[] Message)>(
            new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        return
        [
            .. rows.Select(row => JsonSerializer.Deserialize(
                row.Message, catalog.TypeOf(row.Manifest), EventJson.Options)!),
        ];
    }
}

/// <summary>A day of the router, with some time before and after.</summary>
/// <param name="Events">What it heard and decided, in order.</param>
/// <param name="Rules">Every change of the rules until the end.</param>
/// <param name="Callers">What counts for the priority of each caller.</param>
public sealed record RecordedTape(
    IReadOnlyList<object> Events,
    IReadOnlyList<RuleChanged> Rules,
    IReadOnlyDictionary<InteractionId, PriorityFacts> Callers);
