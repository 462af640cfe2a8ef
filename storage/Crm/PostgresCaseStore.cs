using CrmUms.Acd.Shared;
using CrmUms.CrmCore.Cases;
using CrmUms.CrmCore.Ports;
using CrmUms.CrmCore.Shared;

namespace CrmUms.Storage.Crm;

/// <summary>Cases as the projection of interactions has written them.</summary>
public sealed class PostgresCaseStore(PostgresDatabase database) : ICaseStore
{
    private const string SelectByClient =
        """
        select cases.case_id, cases.number, cases.status, cases.topic_id, cases.result, cases.note, cases.opened_at,
               array(select link.interaction_id from crm.case_interaction as link
                      where link.case_id = cases.case_id order by link.interaction_id) as interactions
          from crm.case as cases
         where cases.client_id = @client
         order by cases.opened_at desc, cases.number desc
         limit @max
        """;

    public async Task<IReadOnlyList<CaseCard>> ListByClientAsync(
        ClientId client, int max, CancellationToken cancellation)
    {
        var rows = await database.QueryAsync<Row>(SelectByClient, new { client = client.Value, max }, cancellation);
        return [.. rows.Select(row => row.ToCard())];
    }

    private sealed record Row
    {
        public Guid CaseId { get; init; }

        public long Number { get; init; }

        public string Status { get; init; } = "";

        public string? TopicId { get; init; }

        public string? Result { get; init; }

        public string Note { get; init; } = "";

        public DateTimeOffset OpenedAt { get; init; }

        public Guid[] Interactions { get; init; } = [];

        public CaseCard ToCard() => new(
            new CaseId(CaseId),
            Number,
            Words.Parse<CaseStatus>(Status),
            TopicId,
            Result,
            Note,
            OpenedAt,
            [.. Interactions.Select(id => new InteractionId(id))]);
    }
}
