namespace CrmUms.Storage.Cti;

/// <summary>
/// What other systems are told, to be read from any place that is still kept. Places are the journal's, so whatever is
/// read after one was committed after it.
/// </summary>
public sealed class PostgresFeed(PostgresDatabase database)
{
    private const string SelectState =
        """
        select pruned_through,
               (select ordering from storage.projection where projection = 'cti-feed') as latest
          from cti.feed
        """;

    private const string SelectAfter =
        """
        select sequence, type, subject_id, body
          from cti.event
         where sequence > @after
           and sequence <= @through
           and (@types::text[] is null or type = any(@types))
         order by sequence
         limit @max
        """;

    // One late instant among earlier ones must not take them along: what is old begins before the first young one.
    private const string Prune =
        """
        with young as (
            select coalesce(min(sequence), (select max(sequence) + 1 from cti.event)) as first
              from cti.event
             where at >= @before
        ), gone as (
            delete from cti.event using young where sequence < young.first returning sequence
        ), moved as (
            update cti.feed
               set pruned_through = greatest(pruned_through, (select max(sequence) from gone))
             where exists (select from gone)
        ), forgotten as (
            delete from cti.interaction where changed_at < @before
        )
        select count(*) from gone
        """;

    /// <summary>From where to where the feed is kept.</summary>
    public async Task<FeedState> GetStateAsync(CancellationToken cancellation) =>
        await database.FindAsync<FeedState>(SelectState, null, cancellation)
            ?? throw new InvalidOperationException("The feed has no row: the migrations have not run.");

    /// <summary>The next ones.</summary>
    /// <param name="after">The place reached.</param>
    /// <param name="types">Which ones; null: all.</param>
    /// <param name="max">How many at most.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<FeedPage> ReadAsync(
        long after, IReadOnlyList<string>? types, int max, CancellationToken cancellation)
    {
        // Read first: whatever comes later than this is the next page's. Then what is gone is seen by the second look.
        var through = (await GetStateAsync(cancellation)).Latest;
        var rows = await database.QueryAsync<FeedRow>(
            SelectAfter, new { after, through, types = types?.ToArray(), max }, cancellation);
        var state = await GetStateAsync(cancellation);
        var reached = rows.Count == max ? rows[^1].Sequence : Math.Max(after, through);
        return new FeedPage(rows, reached, state, IsGone: after < state.PrunedThrough);
    }

    /// <summary>Forgets what is older; returns how many were forgotten.</summary>
    public Task<long> PruneAsync(DateTimeOffset before, CancellationToken cancellation) =>
        database.FindAsync<long>(Prune, new { before }, cancellation);
}

/// <summary>From where to where the feed is kept.</summary>
public sealed record FeedState
{
    /// <summary>The smallest place from which nothing is missing.</summary>
    public long PrunedThrough { get; init; }

    /// <summary>The place that the feed has reached.</summary>
    public long Latest { get; init; }
}

/// <summary>One event as it is sent.</summary>
public sealed record FeedRow
{
    public long Sequence { get; init; }

    public string Type { get; init; } = "";

    public Guid SubjectId { get; init; }

    public string Body { get; init; } = "";
}

/// <summary>Some of what other systems are told.</summary>
/// <param name="Rows">In order.</param>
/// <param name="Reached">Where to go on: nothing that was asked for lies between the last row and this.</param>
/// <param name="State">What is kept.</param>
/// <param name="IsGone">Something that was asked for is not kept any more; the rows are not all.</param>
public sealed record FeedPage(IReadOnlyList<FeedRow> Rows, long Reached, FeedState State, bool IsGone);
