using CrmUms.Acd.Shared;
using Dapper;

namespace CrmUms.Storage.Acd;

/// <summary>What supervisors tell agents, until each has confirmed it.</summary>
public sealed class PostgresNotices(PostgresDatabase database, TimeProvider time)
{
    private const string Insert =
        "insert into acd.notice (notice_id, author_id, text, sent_at) values (@id, @author, @text, @now)";

    private const string InsertRecipients =
        """
        insert into acd.notice_recipient (notice_id, employee_id)
        select @id, employee_id
          from identity.employee
         where employee_id = any(@agents)
        returning employee_id
        """;

    private const string SelectOpen =
        """
        select notice.notice_id, notice.text, notice.sent_at, author.display_name as author
          from acd.notice_recipient recipient
          join acd.notice notice using (notice_id)
          join identity.employee author on author.employee_id = notice.author_id
         where recipient.employee_id = @agent
           and recipient.confirmed_at is null
         order by notice.sent_at, notice.notice_id
        """;

    private const string Confirm =
        """
        update acd.notice_recipient
           set confirmed_at = @now
         where notice_id = @id
           and employee_id = @agent
           and confirmed_at is null
        """;

    private const string SelectSent =
        """
        select notice.notice_id, notice.text, notice.sent_at, author.display_name as author,
               count(*)::int as recipients, count(recipient.confirmed_at)::int as confirmed
          from acd.notice notice
          join acd.notice_recipient recipient using (notice_id)
          join identity.employee author on author.employee_id = notice.author_id
         where notice.sent_at >= @since
         group by notice.notice_id, author.display_name
         order by notice.sent_at desc, notice.notice_id
         limit @max
        """;

    /// <summary>Null when none of them works here.</summary>
    public async Task<Guid?> SendAsync(
        Guid author, IReadOnlyCollection<AgentId> agents, string text, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var values = new { id, author, text = Words.Storable(text), now, agents = agents.Select(each => each.Value) };
        var parameters = new { values.id, values.author, values.text, values.now, agents = values.agents.ToArray() };
        var told = await database.InTransactionAsync(
            async connection =>
            {
                await connection.ExecuteAsync(
                    new CommandDefinition(Insert, parameters, cancellationToken: cancellation));
                return (await connection.QueryAsync<Guid>(
                    new CommandDefinition(InsertRecipients, parameters, cancellationToken: cancellation))).Count();
            },
            cancellation);
        return told == 0 ? null : id;
    }

    /// <summary>What he has not confirmed, the oldest first.</summary>
    public Task<IReadOnlyList<OpenNotice>> ListOpenAsync(AgentId agent, CancellationToken cancellation) =>
        database.QueryAsync<OpenNotice>(SelectOpen, new { agent = agent.Value }, cancellation);

    /// <summary>False when it was not his, or confirmed already.</summary>
    public async Task<bool> ConfirmAsync(Guid id, AgentId agent, CancellationToken cancellation) =>
        await database.ExecuteAsync(
            Confirm, new { id, agent = agent.Value, now = time.GetUtcNow() }, cancellation) > 0;

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<SentNotice>> ListSentAsync(
        DateTimeOffset since, int max, CancellationToken cancellation) =>
        database.QueryAsync<SentNotice>(SelectSent, new { since, max }, cancellation);
}

/// <summary>A notice that somebody has still to confirm.</summary>
public sealed record OpenNotice
{
    public Guid NoticeId { get; init; }

    public string Text { get; init; } = "";

    public DateTimeOffset SentAt { get; init; }

    public string Author { get; init; } = "";
}

/// <summary>A notice, and how many have confirmed it.</summary>
public sealed record SentNotice
{
    public Guid NoticeId { get; init; }

    public string Text { get; init; } = "";

    public DateTimeOffset SentAt { get; init; }

    public string Author { get; init; } = "";

    public int Recipients { get; init; }

    public int Confirmed { get; init; }
}
