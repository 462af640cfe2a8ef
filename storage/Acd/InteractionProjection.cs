using CrmUms.Acd.Interactions;
using CrmUms.Storage.Projections;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Acd;

/// <summary>acd.interaction: one row per interaction, with its figures.</summary>
internal sealed class InteractionProjection : FoldingProjection<InteractionRow, IInteractionEvent>
{
    private const string Select =
        """
        select interaction_id, direction, arrived_at, caller_leg, dialled, number_kind, number_e164, number_shown,
               recording_file, client_id, queue_id, agent_id, routing_reason, greeting_at, queued_at, connected_at,
               ended_at, closed_at, ending, running, running_since,
               greeting_ms, wait_ms, talk_ms, hold_ms, audio_lost_ms, wrap_up_ms, offers
          from acd.interaction
         where interaction_id = any(@keys)
        """;

    private const string Upsert =
        """
        insert into acd.interaction (
               interaction_id, direction, arrived_at, caller_leg, dialled, number_kind, number_e164, number_shown,
               recording_file, client_id, queue_id, agent_id, routing_reason, greeting_at, queued_at, connected_at,
               ended_at, closed_at, ending, running, running_since,
               greeting_ms, wait_ms, talk_ms, hold_ms, audio_lost_ms, wrap_up_ms, offers)
        values (
               @InteractionId, @Direction, @ArrivedAt, @CallerLeg, @Dialled, @NumberKind, @NumberE164, @NumberShown,
               @RecordingFile, @ClientId, @QueueId, @AgentId, cast(@RoutingReason as jsonb), @GreetingAt, @QueuedAt,
               @ConnectedAt, @EndedAt, @ClosedAt, @Ending, @Running, @RunningSince,
               @GreetingMs, @WaitMs, @TalkMs, @HoldMs, @AudioLostMs, @WrapUpMs, @Offers)
        on conflict (interaction_id) do update
           set arrived_at = excluded.arrived_at, caller_leg = excluded.caller_leg, dialled = excluded.dialled,
               number_kind = excluded.number_kind, number_e164 = excluded.number_e164,
               number_shown = excluded.number_shown, recording_file = excluded.recording_file,
               client_id = excluded.client_id, queue_id = excluded.queue_id, agent_id = excluded.agent_id,
               routing_reason = excluded.routing_reason, greeting_at = excluded.greeting_at,
               queued_at = excluded.queued_at, connected_at = excluded.connected_at, ended_at = excluded.ended_at,
               closed_at = excluded.closed_at, ending = excluded.ending, running = excluded.running,
               running_since = excluded.running_since, greeting_ms = excluded.greeting_ms, wait_ms = excluded.wait_ms,
               talk_ms = excluded.talk_ms, hold_ms = excluded.hold_ms, audio_lost_ms = excluded.audio_lost_ms,
               wrap_up_ms = excluded.wrap_up_ms, offers = excluded.offers
        """;

    public override string Name => "interaction";

    protected override Guid KeyOf(IInteractionEvent happened) => happened.Interaction.Value;

    protected override InteractionRow After(InteractionRow? row, IInteractionEvent happened) =>
        InteractionFigures.After(row, happened);

    protected override async Task<Dictionary<Guid, InteractionRow>> LoadAsync(
        NpgsqlConnection connection, Guid[] keys, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<InteractionRow>(
            new CommandDefinition(Select, new { keys }, cancellationToken: cancellation));
        return rows.ToDictionary(row => row.InteractionId);
    }

    protected override Task SaveAsync(
        NpgsqlConnection connection, IReadOnlyCollection<InteractionRow> rows, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(Upsert, rows, cancellationToken: cancellation));
}
