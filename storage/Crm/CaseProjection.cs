using CrmUms.Acd.Interactions;
using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Cases;
using CrmUms.CrmCore.Shared;
using CrmUms.Storage.Projections;
using Dapper;
using Npgsql;

namespace CrmUms.Storage.Crm;

/// <summary>
/// crm.case and crm.case_interaction: a case is opened with each interaction; <see cref="CaseState"/> says how.
/// </summary>
internal sealed class CaseProjection : FoldingProjection<CaseState, IInteractionEvent>
{
    private const string Select =
        """
        select case_id, client_id, status, topic_id, result, note, opened_at, changed_at
          from crm.case
         where case_id = any(@keys)
        """;

    // The number is drawn when the row is made, and only then: a number drawn for an update would be lost.
    private const string Save =
        """
        with known as (
            update crm.case
               set client_id = @Client, status = @Status, topic_id = @Topic, result = @Result, note = @Note,
                   opened_at = @OpenedAt, changed_at = @ChangedAt
             where case_id = @Case
            returning case_id
        ), opened as (
            insert into crm.case (case_id, client_id, status, topic_id, result, note, opened_at, changed_at)
            select @Case, @Client, @Status, @Topic, @Result, @Note, @OpenedAt, @ChangedAt
             where not exists (select from known)
            returning case_id
        )
        insert into crm.case_interaction (case_id, interaction_id)
        select case_id, case_id from opened
        """;

    public override string Name => "case";

    protected override Guid KeyOf(IInteractionEvent happened) => CaseState.IdOf(happened.Interaction).Value;

    // Agents among themselves: no client has a case.
    protected override CaseState? After(CaseState? row, IInteractionEvent happened) =>
        row is null && happened is not (InteractionArrived or OutboundCallStarted)
            ? null
            : CaseState.After(row, happened);

    protected override async Task<Dictionary<Guid, CaseState>> LoadAsync(
        NpgsqlConnection connection, Guid[] keys, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync<Row>(
            new CommandDefinition(Select, new { keys }, cancellationToken: cancellation));
        return rows.ToDictionary(row => row.CaseId, row => row.ToState());
    }

    protected override Task SaveAsync(
        NpgsqlConnection connection, IReadOnlyCollection<CaseState> rows, CancellationToken cancellation) =>
        connection.ExecuteAsync(
            new CommandDefinition(Save, rows.Select(Parameters).ToList(), cancellationToken: cancellation));

    private static object Parameters(CaseState state) => new
    {
        Case = state.Case.Value,
        Client = state.Client?.Value,
        Status = Words.Of(state.Status),
        Topic = state.Topic is null ? null : Words.Storable(state.Topic),
        Result = state.Result is null ? null : Words.Storable(state.Result),
        Note = Words.Storable(state.Note),
        state.OpenedAt,
        state.ChangedAt,
    };

    private sealed record Row
    {
        public Guid CaseId { get; init; }

        public Guid? ClientId { get; init; }

        public string Status { get; init; } = "";

        public string? TopicId { get; init; }

        public string? Result { get; init; }

        public string Note { get; init; } = "";

        public DateTimeOffset OpenedAt { get; init; }

        public DateTimeOffset ChangedAt { get; init; }

        public CaseState ToState() => new(
            new CaseId(CaseId),
            ClientId is { } client ? new ClientId(client) : null,
            Words.Parse<CaseStatus>(Status),
            TopicId,
            Result,
            Note,
            OpenedAt,
            ChangedAt);
    }
}
