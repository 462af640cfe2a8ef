using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using CrmUms.CtiGateway;
using CrmUms.Storage;
using CrmUms.Storage.Identity;

namespace CrmUms.AgentWeb.Cti;

/// <summary>
/// One system that follows over a WebSocket: an event per frame, in order, and a sign of life when there is none. It
/// keeps nothing: who comes again says from where.
/// </summary>
internal sealed class EventSocket(
    FeedReader feed,
    PostgresApiKeys keys,
    CtiOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    private const int PageMax = 200;

    // So long we wait for its good-bye: whoever stops listening at once also cuts what he has just said.
    private static readonly TimeSpan GoodByeMax = TimeSpan.FromSeconds(2);

    // Of our own range: why it was closed.
    private const WebSocketCloseStatus KeyEnded = (WebSocketCloseStatus)4401;
    private const WebSocketCloseStatus Gone = (WebSocketCloseStatus)4410;

    public async Task RunAsync(
        WebSocket socket, Guid key, long after, IReadOnlyList<string>? types, CancellationToken aborted)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        using var deaf = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var hearing = HearAsync(socket, ended, deaf.Token);
        try
        {
            var (status, why) = await TellAsync(socket, key, after, types, ended.Token);
            await CloseAsync(socket, status, why);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            await CloseAsync(socket, WebSocketCloseStatus.EndpointUnavailable, "");
        }
        catch (StorageException)
        {
            await CloseAsync(socket, WebSocketCloseStatus.InternalServerError, "store-unavailable");
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            socket.Abort(); // It is away, or takes nothing any more: it comes again and misses nothing.
        }
        finally
        {
            deaf.CancelAfter(GoodByeMax);
            await hearing;
        }
    }

    private async Task<(WebSocketCloseStatus Status, string Why)> TellAsync(
        WebSocket socket, Guid key, long after, IReadOnlyList<string>? types, CancellationToken ended)
    {
        while (await keys.FindAsync(key, ended) is { } found && found.IsValidAt(time.GetUtcNow()))
        {
            var page = await feed.NextAsync(after, types, PageMax, options.HeartbeatEvery, ended);
            if (page.IsGone)
            {
                return (Gone, "events-gone");
            }

            foreach (var row in page.Rows)
            {
                await SendAsync(socket, row.Body, ended);
            }

            after = page.Reached;
            if (page.Rows.Count == 0)
            {
                var beat = string.Create(CultureInfo.InvariantCulture, $$"""{"type":"beat","last":{{after}}}""");
                await SendAsync(socket, beat, ended);
            }
        }

        return (KeyEnded, "key-invalid");
    }

    private async Task SendAsync(WebSocket socket, string text, CancellationToken ended)
    {
        using var slow = new CancellationTokenSource(options.SlowMax, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, ended);
        await socket.SendAsync(
            Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, either.Token);
    }

    // Nothing that it says counts, but that it goes.
    private static async Task HearAsync(WebSocket socket, CancellationTokenSource ended, CancellationToken deaf)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer, deaf)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
        }

        await ended.CancelAsync();
    }

    private async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status, string why)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        try
        {
            using var slow = new CancellationTokenSource(options.SlowMax, time);
            await socket.CloseOutputAsync(status, why, slow.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }
}
