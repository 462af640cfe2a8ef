using CrmUms.CtiGateway;
using CrmUms.Storage;
using CrmUms.Storage.Cti;

namespace CrmUms.AgentWeb.Cti;

/// <summary>Forgets events that are older than other systems may ask for.</summary>
internal sealed class FeedUpkeep(PostgresFeed feed, CtiOptions options, TimeProvider time, ILogger<FeedUpkeep> log)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await PruneAsync(stopping);
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task PruneAsync(CancellationToken cancellation)
    {
        try
        {
            await feed.PruneAsync(time.GetUtcNow() - options.KeepFor, cancellation);
        }
        catch (StorageException away)
        {
            log.FeedNotPruned(away);
        }
    }
}
