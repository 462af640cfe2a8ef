using CrmUms.CtiGateway;
using CrmUms.Storage;
using CrmUms.Storage.Cti;

namespace CrmUms.AgentWeb.Cti;

/// <summary>Forgets events that are older than other systems may ask for, and dead letters as old.</summary>
internal sealed class FeedUpkeep(
    PostgresFeed feed, PostgresDeliveries deliveries, CtiOptions options, TimeProvider time, ILogger<FeedUpkeep> log)
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
            var before = time.GetUtcNow() - options.KeepFor;
            await feed.PruneAsync(before, cancellation);
            if (await deliveries.DropOldAsync(before, cancellation) is > 0 and var dropped)
            {
                log.DeadLettersForgotten(dropped, options.KeepFor);
            }
        }
        catch (StorageException away)
        {
            log.FeedNotPruned(away);
        }
    }
}
