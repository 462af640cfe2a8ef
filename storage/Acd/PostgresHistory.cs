using System.Text.Json;
using System.Text.Json.Nodes;
using CrmUms.Acd.Routing;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.History;
using CrmUms.CrmCore.Ports;
using CrmUms.Storage.Events;

namespace CrmUms.Storage.Acd;

/// <summary>The history of communications, from the read models.</summary>
public sealed class PostgresHistory(PostgresDatabase database) : IHistoryStore
{
    private const string SelectRows =
        """
        select i.interaction_id, i.arrived_at, i.direction, i.dialled, i.number_kind, i.number_shown,
               i.connected_at, i.ending, i.routing_reason, i.wait_ms, i.talk_ms, i.hold_ms, i.wrap_up_ms,
               i.client_id, i.queue_id, i.agent_id,
               array(select former.agent_id from acd.former_agent as former
                      where former.interaction_id = i.interaction_id) as former_agents,
               coalesce(client.organization_name,
                        concat_ws(' ', nullif(client.surname, ''), nullif(client.given_name, ''),
                                  nullif(client.patronymic, ''))) as client_name,
               coalesce(client.is_vip, false) as is_vip,
               queue.name as queue_name, employee.display_name as agent_name,
               cases.number as case_number, cases.topic_id, cases.result, coalesce(cases.note, '') as note
          from acd.interaction as i
          left join crm.client as client on client.client_id = i.client_id
          left join acd.queue as queue on queue.queue_id = i.queue_id
          left join identity.employee as employee on employee.employee_id = i.agent_id
          left join crm.case_interaction as link on link.interaction_id = i.interaction_id
          left join crm.case as cases on cases.case_id = link.case_id
        """;

    // Keyset: each page begins where the former ended, however deep, at the price of one index look-up.
    private const string NewestFirst = " order by i.arrived_at desc, i.interaction_id desc limit @limit";

    private const string Page =
        SelectRows +
        " where i.ended_at is not null and (i.arrived_at, i.interaction_id) < (@before, @beforeId)" + NewestFirst;

    // Those that are his, and those that he had before they became somebody else's: each by its own index.
    private const string PageOfAgent =
        SelectRows +
        """
         where i.interaction_id in (
               (select own.interaction_id
                  from acd.interaction as own
                 where own.ended_at is not null and own.agent_id = @agent
                   and (own.arrived_at, own.interaction_id) < (@before, @beforeId)
                 order by own.arrived_at desc, own.interaction_id desc
                 limit @limit)
               union
               (select passed.interaction_id
                  from acd.former_agent as former
                  join acd.interaction as passed on passed.interaction_id = former.interaction_id
                 where passed.ended_at is not null and former.agent_id = @agent
                   and (passed.arrived_at, passed.interaction_id) < (@before, @beforeId)
                 order by passed.arrived_at desc, passed.interaction_id desc
                 limit @limit))
        """ + NewestFirst;

    private const string OfClient =
        SelectRows + " where i.ended_at is not null and i.client_id = @client" + NewestFirst;

    private const string One = SelectRows + " where i.interaction_id = @id";

    private const string SelectRecordings =
        """
        select recording_id, interaction_id, part, state, duration_ms, started_at
          from recording.recording
         where interaction_id = any(@ids)
         order by interaction_id, part
        """;

    private const string SelectTimeline =
        """
        select happened.at, happened.kind, happened.agent_id, employee.display_name as agent_name, happened.detail
          from acd.interaction_event as happened
          left join identity.employee as employee on employee.employee_id = happened.agent_id
         where happened.interaction_id = @id
         order by happened.ordering
        """;

    private const string SelectScores =
        """
        select kind, question, score, lowest, highest
          from acd.survey_answer
         where interaction_id = @id
         order by ordering
        """;

    private const string SelectNames =
        "select employee_id as id, display_name as name from identity.employee where employee_id = any(@ids)";

    private static readonly DateTimeOffset EndOfTime = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<HistoryPage> ReadAsync(HistoryQuery query, CancellationToken cancellation)
    {
        var limit = Math.Clamp(query.Limit, 1, HistoryQuery.LimitMax);
        var parameters = new
        {
            agent = query.Agent?.Value,
            before = query.Before?.ArrivedAt ?? EndOfTime,
            beforeId = query.Before?.Interaction.Value ?? Guid.Empty,
            limit,
        };
        var rows = await ReadAsync(query.Agent is null ? Page : PageOfAgent, parameters, cancellation);
        var next = rows.Count < limit ? null : new HistoryCursor(rows[^1].ArrivedAt, rows[^1].Interaction);
        return new HistoryPage(rows, next);
    }

    public Task<IReadOnlyList<HistoryRow>> ListByClientAsync(
        ClientId client, int max, CancellationToken cancellation) =>
        ReadAsync(OfClient, new { client = client.Value, limit = max }, cancellation);

    public async Task<HistoryDetail?> FindAsync(InteractionId interaction, CancellationToken cancellation)
    {
        var parameters = new { id = interaction.Value };
        var stored = await database.FindAsync<HistoryTableRow>(One, parameters, cancellation);
        if (stored is null)
        {
            return null;
        }

        var rows = await WithRecordingsAsync([stored], cancellation);
        var timeline = await database.QueryAsync<TimelineRow>(SelectTimeline, parameters, cancellation);
        var decision = stored.RoutingReason is { } json
            ? JsonSerializer.Deserialize<RoutingReason>(json, EventJson.Options)
            : null;
        List<TimelineEntry> entries = [.. timeline.Select(entry => entry.ToEntry())];
        var scores = await database.QueryAsync<SurveyScoreRow>(SelectScores, parameters, cancellation);
        return new HistoryDetail(rows[0], decision, entries)
        {
            People = await NamesInAsync(
                entries, timeline.Select(entry => entry.AgentId).OfType<Guid>(), cancellation),
            Scores = [.. scores.Select(score => score.ToHistory())],
        };
    }

    private async Task<IReadOnlyDictionary<string, string>> NamesInAsync(
        List<TimelineEntry> timeline, IEnumerable<Guid> agents, CancellationToken cancellation)
    {
        var ids = timeline.SelectMany(entry => IdsIn(entry.Detail)).Concat(agents).Distinct().ToArray();
        var people = ids.Length == 0
            ? []
            : await database.QueryAsync<(Guid Id, string Name)>(SelectNames, new { ids }, cancellation);
        return people.ToDictionary(person => person.Id.ToString("n"), person => person.Name);
    }

    private static IEnumerable<Guid> IdsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => IdsIn(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(IdsIn),
        JsonValueKind.String when Guid.TryParseExact(json.GetString(), "n", out var id) => [id],
        _ => [],
    };

    private async Task<IReadOnlyList<HistoryRow>> ReadAsync(
        string sql, object parameters, CancellationToken cancellation) =>
        await WithRecordingsAsync(
            await database.QueryAsync<HistoryTableRow>(sql, parameters, cancellation), cancellation);

    private async Task<IReadOnlyList<HistoryRow>> WithRecordingsAsync(
        IReadOnlyList<HistoryTableRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.InteractionId).ToArray();
        var recordings = await database.QueryAsync<HistoryRecordingRow>(SelectRecordings, new { ids }, cancellation);
        var byInteraction = recordings.ToLookup(recording => recording.InteractionId);
        return [.. rows.Select(row => row.ToRow(byInteraction[row.InteractionId]))];
    }

    private sealed record TimelineRow
    {
        public DateTimeOffset At { get; init; }

        public string Kind { get; init; } = "";

        public Guid? AgentId { get; init; }

        public string? AgentName { get; init; }

        public string Detail { get; init; } = "{}";

        public TimelineEntry ToEntry()
        {
            var detail = JsonNode.Parse(Detail)!.AsObject();
            var decision = detail["decision"]?.Deserialize<RoutingReason>(EventJson.Options);
            detail.Remove("decision"); // It is not said twice.
            return new TimelineEntry(At, Kind, AgentName, JsonSerializer.SerializeToElement(detail))
            {
                Decision = decision,
            };
        }
    }
}
