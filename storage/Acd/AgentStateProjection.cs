using CrmUms.Acd.Agents;
using CrmUms.Acd.Shared;
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

    private static object? RowOf(long ordering, IAgentEvent happened) => StateAfter(happened) is not { } state
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

    /// <summary>Null when the event leaves the agent in his state.</summary>
    private static (AgentStatus Status, string? Reason, InteractionId? Interaction)? StateAfter(IAgentEvent happened) =>
        happened switch
        {
            AgentSignedIn => (AgentStatus.NotReady, NotReadyReasons.SignedIn, null),
            AgentSignedOut => (AgentStatus.SignedOut, null, null),
            AgentBecameReady => (AgentStatus.Ready, null, null),
            AgentBecameNotReady notReady => (AgentStatus.NotReady, notReady.Reason, null),
            AgentReserved reserved => (AgentStatus.Reserved, null, reserved.Interaction),
            AgentStartedCall call => (AgentStatus.Reserved, null, call.Interaction),
            AgentStartedTalking talking => (AgentStatus.Talking, null, talking.Interaction),
            AgentHeldCaller held => (AgentStatus.Held, null, held.Interaction),
            AgentResumedCaller resumed => (AgentStatus.Talking, null, resumed.Interaction),
            AgentStartedWrapUp wrapUp => (AgentStatus.WrapUp, null, wrapUp.Interaction),
            AgentPlannedNotReady or AgentMissedOffer or AgentExtendedWrapUp or AgentOverstayed
                or AgentQualityChanged => null,
            _ => throw new NotSupportedException($"{happened.GetType().Name} puts an agent into no known state."),
        };
}
