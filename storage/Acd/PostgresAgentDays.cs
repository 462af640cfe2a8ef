using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;

namespace CrmUms.Storage.Acd;

/// <summary>What an agent was, from when until when.</summary>
public sealed class PostgresAgentDays(PostgresDatabase database)
{
    // The state in which the span began lies before it: one more look into the same index, however long ago that was.
    private const string Select =
        """
        select state, reason, interaction_id, began_at, ended_at
          from ((select state, reason, interaction_id, began_at, ended_at, ordering
                   from acd.agent_state
                  where agent_id = @agent and began_at < @from
                  order by began_at desc, ordering desc
                  limit 1)
                union all
                (select state, reason, interaction_id, began_at, ended_at, ordering
                   from acd.agent_state
                  where agent_id = @agent and began_at >= @from and began_at < @to)) as span
         where ended_at is null or ended_at > greatest(began_at, @from)
         order by began_at, ordering
        """;

    /// <summary>All states of a span, in order, each as it lasted: the first may have begun before it.</summary>
    public async Task<IReadOnlyList<AgentSpan>> ReadAsync(
        AgentId agent, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<Row>(Select, new { agent = agent.Value, from, to }, cancellation);
        return
        [
            .. rows.Select(row => new AgentSpan(
                Words.Parse<AgentStatus>(row.State),
                row.Reason,
                row.InteractionId is { } id ? new InteractionId(id) : null,
                row.BeganAt,
                row.EndedAt)),
        ];
    }

    private sealed record Row
    {
        public string State { get; init; } = "";

        public string? Reason { get; init; }

        public Guid? InteractionId { get; init; }

        public DateTimeOffset BeganAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }
    }
}

/// <summary>One state of an agent.</summary>
/// <param name="Status">What he was.</param>
/// <param name="Reason">Why not ready; null otherwise.</param>
/// <param name="Interaction">What he had in hand; null for nothing.</param>
/// <param name="BeganAt">From when on.</param>
/// <param name="EndedAt">Until when; null while it lasts.</param>
public sealed record AgentSpan(
    AgentStatus Status, string? Reason, InteractionId? Interaction, DateTimeOffset BeganAt, DateTimeOffset? EndedAt);
