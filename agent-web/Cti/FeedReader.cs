using CrmUms.Storage.Cti;
using CrmUms.Storage.Projections;

namespace CrmUms.AgentWeb.Cti;

/// <summary>Reads the feed, and waits for what comes.</summary>
internal sealed class FeedReader(PostgresFeed feed, ReadModelNews news, TimeProvider time)
{
    // Another process may write too, and rings no bell here.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    public Task<FeedState> GetStateAsync(CancellationToken cancellation) => feed.GetStateAsync(cancellation);

    /// <summary>The next events; an empty page when none came in time.</summary>
    public async Task<FeedPage> NextAsync(
        long after, IReadOnlyList<string>? types, int max, TimeSpan waitMax, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var moved = news.Next;
            var page = await feed.ReadAsync(after, types, max, cancellation);
            var left = waitMax - time.GetElapsedTime(began);
            if (page.IsGone || page.Rows.Count > 0 || left <= TimeSpan.Zero)
            {
                return page;
            }

            after = page.Reached;
            await WaitAsync(moved, left < LookEvery ? left : LookEvery, cancellation);
        }
    }

    /// <summary>Until the read models move, or this long.</summary>
    public async Task WaitAsync(Task moved, TimeSpan max, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(moved, Task.Delay(max, time, over.Token));
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }
}
