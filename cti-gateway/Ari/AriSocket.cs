using System.Buffers;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace CrmUms.CtiGateway.Ari;

/// <summary>
/// One WebSocket to Asterisk. What it hears it tells to its owner: <see cref="AriHeard"/> in the order of arrival, then
/// <see cref="AriSocketClosed"/> once. It decides nothing.
/// </summary>
internal sealed class AriSocket : IDisposable
{
    private const int MessageMax = 32 * 1024 * 1024; // A snapshot of 10,000 channels is about 5 MB.

    private readonly ClientWebSocket _socket;
    private readonly CancellationTokenSource _closing = new();
    private readonly Channel<byte[]> _outgoing;

    private AriSocket(ClientWebSocket socket, int outgoingMax)
    {
        _socket = socket;
        _outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(outgoingMax)
        {
            SingleReader = true,
            AllowSynchronousContinuations = true, // The request leaves on the writer's thread: no hop, no wait.
        });
    }

    /// <exception cref="WebSocketException">Nobody listens, or it is not Asterisk.</exception>
    public static async Task<AriSocket> ConnectAsync(AsteriskOptions options, CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        try
        {
            var account = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}"));
            socket.Options.SetRequestHeader("Authorization", $"Basic {account}");
            socket.Options.KeepAliveInterval = TimeSpan.Zero; // The link's owner pings Asterisk itself, not its socket.
            await socket.ConnectAsync(UriOf(options), cancellation);
            return new AriSocket(socket, options.RequestsInFlightMax);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Begins to listen and to send on behalf of <paramref name="owner"/>.</summary>
    public void Start(IActorRef owner)
    {
        _ = SendAllAsync();
        _ = ReceiveAllAsync(owner);
    }

    /// <summary>Queues one request. False when too many wait already.</summary>
    public bool TrySend(long requestId, AriRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "RESTRequest");
            writer.WriteString("transaction_id", "");
            writer.WriteString("request_id", requestId.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("method", request.Method);
            writer.WriteString("uri", request.Uri);
            if (request.Body is not null)
            {
                writer.WriteString("content_type", "application/json");
                writer.WriteString("message_body", request.Body);
            }

            writer.WriteEndObject();
        }

        return _outgoing.Writer.TryWrite(buffer.WrittenSpan.ToArray());
    }

    public void Dispose()
    {
        _closing.Cancel();
        _outgoing.Writer.TryComplete();
        _socket.Abort();
        _socket.Dispose();
    }

    private static Uri UriOf(AsteriskOptions options)
    {
        var uri = new UriBuilder(new Uri(options.BaseUrl, "events"))
        {
            Scheme = options.BaseUrl.Scheme == Uri.UriSchemeHttps ? "wss" : "ws",
            // Never subscribeAll: it takes device states along, and Asterisk's end of such a connection can lock up for
            // good (decisions/0002-one-subscription.md).
            Query = AriUri.Of("", ("app", options.App), ("subscribeAll", "false"))[1..],
        };
        return uri.Uri;
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(_closing.Token))
            {
                await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, _closing.Token);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException
            or ObjectDisposedException)
        {
            _socket.Abort(); // The receiving half then ends too, and it is the one that reports.
        }
    }

    private async Task ReceiveAllAsync(IActorRef owner)
    {
        Exception? cause = null;
        try
        {
            var buffer = new ArrayBufferWriter<byte>(64 * 1024);
            while (await ReceiveAsync(buffer))
            {
                owner.Tell(new AriHeard(this, AriMessage.Read(buffer.WrittenSpan)), ActorRefs.NoSender);
                buffer.ResetWrittenCount();
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException
            or ObjectDisposedException or InvalidOperationException)
        {
            cause = error;
        }

        owner.Tell(new AriSocketClosed(this, cause), ActorRefs.NoSender);
    }

    // One whole message into the buffer; false at the end.
    private async Task<bool> ReceiveAsync(ArrayBufferWriter<byte> buffer)
    {
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.GetMemory(16 * 1024), _closing.Token);
            buffer.Advance(part.Count);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            if (part.EndOfMessage)
            {
                return true;
            }

            if (buffer.WrittenCount > MessageMax)
            {
                throw new InvalidOperationException($"A message of more than {MessageMax} bytes.");
            }
        }
    }
}

/// <summary>A socket heard something.</summary>
internal sealed record AriHeard(AriSocket Socket, AriMessage Message);

/// <summary>A socket is closed, by either side.</summary>
internal sealed record AriSocketClosed(AriSocket Socket, Exception? Cause);
