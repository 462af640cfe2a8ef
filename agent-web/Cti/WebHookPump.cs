using CrmUms.CtiGateway;
using CrmUms.CtiGateway.WebHooks;
using CrmUms.Storage;
using CrmUms.Storage.Cti;
using CrmUms.Storage.Projections;

namespace CrmUms.AgentWeb.Cti;

/// <summary>
/// Delivers the feed to every web hook, one after the other within each: the order of the journal is the order of
/// delivery. What is under way is nowhere but in the database, so whoever is killed is succeeded without a gap.
/// </summary>
internal sealed class WebHookPump(
    PostgresWebHooks hooks,
    PostgresDeliveries deliveries,
    PostgresFeed feed,
    WebHookSender sender,
    WebHookSecrets secrets,
    FeedReader reader,
    ReadModelNews news,
    DeadLetterNews letters,
    CtiOptions options,
    TimeProvider time,
    ILogger<WebHookPump> log)
{
    private const int BatchMax = 100;

    // Where nothing interests a web hook its place is written only now and then.
    private const long UnwrittenMax = 1_000;
    private const string BehindAnother = "behind another of the same subject";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Dictionary<Guid, Task> _running = [];

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var moved = news.Next;
                foreach (var hook in await hooks.ListEnabledAsync(stopping))
                {
                    if (!_running.TryGetValue(hook.WebHookId, out var running) || running.IsCompleted)
                    {
                        _running[hook.WebHookId] = ServeAsync(hook.WebHookId, stopping);
                    }
                }

                await reader.WaitAsync(moved, LookEvery, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (StorageException away)
            {
                log.WebHooksStandStill(away);
                await Task.Delay(LookEvery, time, stopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(_running.Values);
    }

    // Until there is nothing to do for it now.
    private async Task ServeAsync(Guid id, CancellationToken cancellation)
    {
        try
        {
            var more = true;
            while (more && await hooks.FindAsync(id, cancellation) is { IsEnabled: true } hook)
            {
                // In turns: whatever was set aside holds nothing up that is new.
                more = await DeliverOneAgainAsync(hook, cancellation);
                more |= !(hook.DueAt > time.GetUtcNow()) && await StepAsync(hook, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What was under way is delivered again by whoever comes after us.
        }
        catch (StorageException away)
        {
            log.WebHooksStandStill(away);
        }
    }

    /// <summary>One delivery, or one step past what is not for it; false when there is nothing more now.</summary>
    private async Task<bool> StepAsync(WebHook hook, CancellationToken cancellation)
    {
        // After a failure one by one: whatever it cannot take is then the only one that it does not take.
        var max = hook.Attempts > 0 ? 1 : BatchMax;
        var page = await feed.ReadAsync(hook.Position, hook.Types, max, cancellation);
        if (page.IsGone)
        {
            log.WebHookMissed(hook.WebHookId, page.State.PrunedThrough);
        }

        if (page.Rows.Count == 0)
        {
            if (page.IsGone || page.Reached - hook.Position > UnwrittenMax)
            {
                await deliveries.MoveAsync(hook, page.Reached, [], [], "", cancellation);
            }

            return false;
        }

        var blocked = await deliveries.ListBlockedAsync(hook.WebHookId, cancellation);
        var behind = page.Rows.Where(row => blocked.Contains(row.SubjectId)).ToList();
        var fresh = page.Rows.Where(row => !blocked.Contains(row.SubjectId)).ToList();
        if (fresh.Count > 0 && await SendAsync(hook, fresh.Select(row => row.Body), cancellation) is { } failure)
        {
            return await FailAsync(hook, page.Rows[0], failure, cancellation);
        }

        return await SetAsideAsync(hook, page.Reached, fresh, behind, BehindAnother, cancellation);
    }

    private async Task<bool> FailAsync(WebHook hook, FeedRow first, string failure, CancellationToken cancellation)
    {
        var attempts = hook.Attempts + 1;
        if (attempts >= options.WebHookAttemptsMax)
        {
            log.WebHookGaveUp(hook.WebHookId, first.Sequence, attempts, failure);
            return await SetAsideAsync(hook, first.Sequence, [], [first], failure, cancellation);
        }

        var pause = WebHookPauses.After(attempts, options);
        log.WebHookFailed(hook.WebHookId, attempts, failure, pause.TotalSeconds);
        await deliveries.PostponeAsync(hook, attempts, time.GetUtcNow() + pause, failure, cancellation);
        return false;
    }

    private async Task<bool> SetAsideAsync(
        WebHook hook,
        long to,
        List<FeedRow> delivered,
        List<FeedRow> setAside,
        string failure,
        CancellationToken cancellation)
    {
        var isMoved = await deliveries.MoveAsync(hook, to, delivered, setAside, failure, cancellation);
        var id = hook.WebHookId;
        if (setAside.Count > 0
            && await deliveries.DropWithoutPlaceAsync(id, options.DeadLettersMax, cancellation) is > 0 and var dropped)
        {
            letters.HadNoPlace(id, dropped);
            log.DeadLettersWithoutPlace(id, dropped, options.DeadLettersMax);
        }

        return isMoved;
    }

    private async Task<bool> DeliverOneAgainAsync(WebHook hook, CancellationToken cancellation)
    {
        if (await deliveries.ListWantedAsync(hook.WebHookId, 1, cancellation) is not [var letter])
        {
            return false;
        }

        var failure = await SendAsync(hook, [letter.Body], cancellation);
        if (failure is not null)
        {
            await deliveries.NotTakenAsync(hook.WebHookId, letter, failure, cancellation);
        }
        else
        {
            await deliveries.TakenAsync(hook.WebHookId, letter.Sequence, cancellation);
        }

        letters.SentAgain(hook.WebHookId, letter, failure);
        return true;
    }

    private async Task<string?> SendAsync(WebHook hook, IEnumerable<string> events, CancellationToken cancellation) =>
        secrets.Open(hook.SealedSecret) is { } secret
            ? await sender.SendAsync(hook.Url, secret, WebHookBody.Of(hook.WebHookId, events), cancellation)
            : WebHookSecrets.Unreadable;
}
