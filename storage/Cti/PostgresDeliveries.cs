using CrmUms.Acd.Feed;
using Dapper;

namespace CrmUms.Storage.Cti;

/// <summary>
/// How far web hooks are, and what they did not take. Every step moves the place and sets aside in one commit, and only
/// from the place where it began: a server that was frozen undoes nothing of what its successor did.
/// </summary>
public sealed class PostgresDeliveries(PostgresDatabase database, TimeProvider time)
{
    private const string Move =
        """
        update cti.web_hook
           set position = @to, attempts = 0, due_at = null,
               failure = case when @isDelivered then null else failure end,
               delivered_at = case when @isDelivered then @now else delivered_at end
         where web_hook_id = @id
           and position = @from
        """;

    private const string SetAside =
        """
        insert into cti.dead_letter (web_hook_id, sequence, subject_id, type, body, failure, failed_at)
        values (@id, @Sequence, @SubjectId, @Type, @Body, @failure, @now)
        on conflict do nothing
        """;

    private const string Postpone =
        """
        update cti.web_hook
           set attempts = @attempts, due_at = @dueAt, failure = @failure
         where web_hook_id = @id
           and position = @from
        """;

    // An agent's states lie behind nothing: a later one says all that an earlier one did, and he is never closed.
    private const string SelectBlocked =
        "select distinct subject_id from cti.dead_letter where web_hook_id = @id and type <> @state";

    private const string DropSuperseded =
        """
        delete from cti.dead_letter
         where web_hook_id = @id
           and type = @state
           and subject_id = @SubjectId
           and sequence < @Sequence
        """;

    private const string DropOld = "delete from cti.dead_letter where failed_at < @before";

    private const string DropWithoutPlace =
        """
        delete from cti.dead_letter
         where web_hook_id = @id
           and sequence <= (
               select sequence
                 from cti.dead_letter
                where web_hook_id = @id
                order by sequence desc
               offset @max
                limit 1)
        """;

    private const string SelectLetters =
        """
        select sequence, subject_id, type, body, failure, failed_at, is_wanted_again
          from cti.dead_letter
         where web_hook_id = @id
         order by sequence
         limit @max
        """;

    private const string SelectWanted =
        """
        select sequence, subject_id, type, body, failure, failed_at, is_wanted_again
          from cti.dead_letter
         where web_hook_id = @id
           and is_wanted_again
         order by sequence
         limit @max
        """;

    // With one event of a subject all of that subject are wanted: they go in order, or not at all.
    private const string Want =
        """
        update cti.dead_letter
           set is_wanted_again = true
         where web_hook_id = @id
           and (@subject::uuid is null or subject_id = @subject)
        """;

    private const string DropLetter =
        "delete from cti.dead_letter where web_hook_id = @id and sequence = @sequence";

    private const string DropLetters =
        """
        delete from cti.dead_letter
         where web_hook_id = @id
           and (@subject::uuid is null or subject_id = @subject)
        """;

    private const string Unwant =
        """
        update cti.dead_letter
           set is_wanted_again = false,
               failure = case when sequence = @sequence then @failure else failure end
         where web_hook_id = @id
           and subject_id = @subject
        """;

    /// <summary>Whose events lie set aside: what comes later of them must lie behind.</summary>
    public async Task<IReadOnlySet<Guid>> ListBlockedAsync(Guid hook, CancellationToken cancellation) =>
        (await database.QueryAsync<Guid>(
            SelectBlocked, new { id = hook, state = FeedTypes.AgentStateChanged }, cancellation)).ToHashSet();

    /// <summary>Forgets what lies there for longer than this: it holds numbers of people. How many that were.</summary>
    public Task<int> DropOldAsync(DateTimeOffset before, CancellationToken cancellation) =>
        database.ExecuteAsync(DropOld, new { before }, cancellation);

    /// <summary>Leaves so many of the youngest that it did not take; how many older ones were forgotten.</summary>
    public Task<int> DropWithoutPlaceAsync(Guid hook, int max, CancellationToken cancellation) =>
        database.ExecuteAsync(DropWithoutPlace, new { id = hook, max }, cancellation);

    /// <summary>Goes on; false when somebody else has moved it meanwhile.</summary>
    /// <param name="hook">Which.</param>
    /// <param name="to">The place reached.</param>
    /// <param name="delivered">What it took just now; of agents, earlier states are not wanted any more.</param>
    /// <param name="setAside">What it did not take, or what must lie behind that.</param>
    /// <param name="failure">Why.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<bool> MoveAsync(
        WebHook hook,
        long to,
        IReadOnlyList<FeedRow> delivered,
        IReadOnlyList<FeedRow> setAside,
        string failure,
        CancellationToken cancellation)
    {
        var (id, now, isDelivered) = (hook.WebHookId, time.GetUtcNow(), delivered.Count > 0);
        return database.InTransactionAsync(
            async connection =>
            {
                var moved = await connection.ExecuteAsync(new CommandDefinition(
                    Move, new { id, from = hook.Position, to, isDelivered, now }, cancellationToken: cancellation));
                if (moved > 0)
                {
                    var rows = setAside.Select(row => new
                    {
                        id, row.Sequence, row.SubjectId, row.Type, row.Body, failure, now,
                    });
                    await connection.ExecuteAsync(
                        new CommandDefinition(SetAside, rows.ToList(), cancellationToken: cancellation));
                    var states = delivered.Where(row => row.Type == FeedTypes.AgentStateChanged).Select(row => new
                    {
                        id, state = row.Type, row.SubjectId, row.Sequence,
                    });
                    await connection.ExecuteAsync(
                        new CommandDefinition(DropSuperseded, states.ToList(), cancellationToken: cancellation));
                }

                return moved > 0;
            },
            cancellation);
    }

    /// <summary>The next event was tried in vain, and is tried again.</summary>
    public Task PostponeAsync(
        WebHook hook, int attempts, DateTimeOffset dueAt, string failure, CancellationToken cancellation) =>
        database.ExecuteAsync(
            Postpone,
            new { id = hook.WebHookId, from = hook.Position, attempts, dueAt, failure },
            cancellation);

    /// <summary>The oldest of what it did not take.</summary>
    public Task<IReadOnlyList<DeadLetter>> ListLettersAsync(Guid hook, int max, CancellationToken cancellation) =>
        database.QueryAsync<DeadLetter>(SelectLetters, new { id = hook, max }, cancellation);

    /// <summary>What an administrator wants to be tried again, in order.</summary>
    public Task<IReadOnlyList<DeadLetter>> ListWantedAsync(Guid hook, int max, CancellationToken cancellation) =>
        database.QueryAsync<DeadLetter>(SelectWanted, new { id = hook, max }, cancellation);

    /// <summary>Has what lies there tried again: of one subject, or all.</summary>
    public Task<int> WantAgainAsync(Guid hook, Guid? subject, CancellationToken cancellation) =>
        database.ExecuteAsync(Want, new { id = hook, subject }, cancellation);

    /// <summary>Forgets what lies there: of one subject, or all.</summary>
    public Task<int> DropAsync(Guid hook, Guid? subject, CancellationToken cancellation) =>
        database.ExecuteAsync(DropLetters, new { id = hook, subject }, cancellation);

    /// <summary>It was taken after all.</summary>
    public Task TakenAsync(Guid hook, long sequence, CancellationToken cancellation) =>
        database.ExecuteAsync(DropLetter, new { id = hook, sequence }, cancellation);

    /// <summary>It was not taken this time either; those behind it stay where they are.</summary>
    public Task NotTakenAsync(Guid hook, DeadLetter letter, string failure, CancellationToken cancellation) =>
        database.ExecuteAsync(
            Unwant,
            new { id = hook, subject = letter.SubjectId, sequence = letter.Sequence, failure },
            cancellation);
}
