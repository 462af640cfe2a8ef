using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace CrmUms.LoadTests.Baselines;

/// <summary>The least that speaks ARI: events in, requests out, replies not waited for.</summary>
internal sealed class AriSocket : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<byte[]> _requests = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
    private Task _loops = Task.CompletedTask;

    /// <summary>Told of every event, one at a time.</summary>
    public Action<string, JsonElement> Heard { get; set; } = static (_, _) => { };

    /// <summary>Requests that were refused; a call that ends makes some.</summary>
    public int Refused { get; private set; }

    public async Task ConnectAsync(int port, string app, string password)
    {
        var account = Convert.ToBase64String(Encoding.UTF8.GetBytes($"crmums:{password}"));
        _socket.Options.SetRequestHeader("Authorization", $"Basic {account}");
        await _socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ari/events?app={app}"), default);
        _loops = Task.WhenAll(ReceiveAsync(), SendAsync());
    }

    public void Send(string method, string uri) => _requests.Writer.TryWrite(JsonSerializer.SerializeToUtf8Bytes(
        new { type = "RESTRequest", request_id = "1", method, uri }));

    public async ValueTask DisposeAsync()
    {
        _requests.Writer.TryComplete();
        _socket.Abort();
        await _loops;
        _socket.Dispose();
    }

    private async Task SendAsync()
    {
        await foreach (var request in _requests.Reader.ReadAllAsync())
        {
            await _socket.SendAsync(request, WebSocketMessageType.Text, endOfMessage: true, default);
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[1 << 20];
        var length = 0;
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(length), default);
                length += part.Count;
                if (part.EndOfMessage)
                {
                    Hear(JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length)));
                    length = 0;
                }
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            return; // Closed: the run is over.
        }
    }

    private void Hear(JsonElement message)
    {
        var type = message.GetProperty("type").GetString()!;
        if (type == "RESTResponse")
        {
            Refused += message.GetProperty("status_code").GetInt32() >= 400 ? 1 : 0;
        }
        else
        {
            Heard(type, message);
        }
    }
}
