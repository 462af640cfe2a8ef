using CrmUms.Acd.Agents;
using CrmUms.Storage.Projections;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Acd;

/// <summary>acd.agent_state: from when until when each agent was in which state.</summary>
internal sealed class AgentStateProjection : IProjection
{
    // A state ends when the next begins, and never before it began.
    private const string EndPresent =
        """
        update acd.agent_state
           set ended_at = greatest(began_at, @At)
         where agent_id = @Agent
           and ended_at is null
        """;

    private const string Begin =
        """
        insert into acd.agent_state (agent_id, ordering, state, reason, interaction_id, began_at)
        values (@Agent, @Ordering, @State, @Reason, @Interaction, @At)
        """;

    public string Name => "agent-state";

    public async Task ApplyAsync(
        NpgsqlConnection connection, IReadOnlyList<JournalledEvent> events, CancellationToken cancellation)
    {
        foreach (var entry in events)
        {
            if (entry.Happened is IAgentEvent happened && RowOf(entry.Ordering, happened) is { } row)
            {
                await connection.ExecuteAsync(new CommandDefinition(EndPresent, row, cancellationToken: cancellation));
                await connection.ExecuteAsync(new CommandDefinition(Begin, row, cancellationToken: cancellation));
            }
        }
    }

    private static object? RowOf(long ordering, IAgentEvent happened) => AgentPresence.After(happened) is not { } state
        ? null
        : new
        {
            Agent = happened.Agent.Value,
            Ordering = ordering,
            State = Words.Of(state.Status),
            state.Reason,
            Interaction = state.Interaction?.Value,
            happened.At,
        };
}
