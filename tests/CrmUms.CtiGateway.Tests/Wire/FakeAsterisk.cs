using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CrmUms.CtiGateway.Tests.Wire;

/// <summary>
/// The WebSocket end of an Asterisk without telephones: accepts connections on a free port and hands every request to
/// the test, which answers or does not.
/// </summary>
internal sealed class FakeAsterisk : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentBag<WireConnection> _connections = [];
    private readonly Func<WireConnection, WireRequest, Task> _onRequest;
    private readonly Task _accepting;
    private int _attempts;

    public FakeAsterisk(Func<WireConnection, WireRequest, Task> onRequest)
    {
        _onRequest = onRequest;
        _listener.Start();
        _accepting = AcceptAllAsync();
    }

    public AsteriskOptions Options => new()
    {
        BaseUrl = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/ari/"),
        Password = "x",
        BackoffMin = TimeSpan.FromMilliseconds(10),
        BackoffMax = TimeSpan.FromMilliseconds(50),
    };

    /// <summary>Connections asked for so far, accepted or not.</summary>
    public int Attempts => _attempts;

    /// <summary>When set, connections are closed before the handshake.</summary>
    public bool TurnsAway { get; set; }

    /// <summary>Answers what a link asks while it takes its snapshot: there is nothing here.</summary>
    public static Task AnswerEmptyAsync(WireConnection connection, WireRequest request) => request switch
    {
        { Method: "GET", Uri: "channels" or "bridges" or "endpoints/PJSIP" } =>
            connection.ReplyAsync(request, 200, "[]"),
        _ => connection.ReplyAsync(request, 200, "{}"),
    };

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        foreach (var connection in _connections)
        {
            connection.Abort();
        }

        await _accepting.ContinueWith(_ => { }, TaskScheduler.Default);
        _closing.Dispose();
    }

    private async Task AcceptAllAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_closing.Token);
            Interlocked.Increment(ref _attempts);
            if (TurnsAway)
            {
                client.Dispose();
                continue;
            }

            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                await ShakeHandsAsync(stream);
                using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
                using var connection = new WireConnection(socket);
                _connections.Add(connection);
                while (await connection.ReceiveAsync(_closing.Token) is { } text)
                {
                    await _onRequest(connection, WireRequest.Read(text));
                }
            }
        }
        catch (Exception error) when (error is IOException or WebSocketException or OperationCanceledException)
        {
            // The client went away, or the test is over: both are ordinary here.
        }
    }

    private static async Task ShakeHandsAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var key = "";
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            key = line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase) ? line[18..].Trim() : key;
        }

#pragma warning disable CA5350 // The handshake of RFC 6455 is SHA-1.
        var accept = SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
#pragma warning restore CA5350 // End of the handshake.
        var answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
            $"Sec-WebSocket-Accept: {Convert.ToBase64String(accept)}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
}

/// <summary>One request over the WebSocket.</summary>
internal sealed record WireRequest(string Id, string Method, string Uri, string Text)
{
    public static WireRequest Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        string Of(string name) => json.RootElement.GetProperty(name).GetString()!;
        return new WireRequest(Of("request_id"), Of("method"), Of("uri"), text);
    }
}

/// <summary>One accepted connection.</summary>
internal sealed class WireConnection(WebSocket socket) : IDisposable
{
    private readonly SemaphoreSlim _sending = new(1);

    public Task ReplyAsync(WireRequest request, int status, string body) => SendAsync(JsonSerializer.Serialize(new
    {
        type = "RESTResponse",
        transaction_id = "",
        request_id = request.Id,
        status_code = status,
        reason_phrase = "",
        uri = request.Uri,
        message_body = body,
    }));

    public async Task SendAsync(string text)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, default);
        }
        finally
        {
            _sending.Release();
        }
    }

    public async Task<string?> ReceiveAsync(CancellationToken cancellation)
    {
        var buffer = new byte[256 * 1024];
        var count = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(count), cancellation);
            count += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(buffer, 0, count);
            }
        }
    }

    public void Dispose() => _sending.Dispose();

    /// <summary>Breaks the connection without a word.</summary>
    public void Abort() => socket.Abort();
}
