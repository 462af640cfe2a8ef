using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CrmUms.CtiGateway.Tests.Wire;

/// <summary>Stands between the gateway and a real Asterisk, and writes down what passes.</summary>
internal sealed class WireRecorder(AsteriskOptions real) : IDisposable
{
    private readonly List<WireLine> _lines = [];
    private ClientWebSocket? _asterisk;

    public FakeAsterisk Open() => new(OnRequestAsync);

    public void Save(string name)
    {
        lock (_lines)
        {
            File.WriteAllLines(WireLine.FileOf(name), _lines.Select(line => JsonSerializer.Serialize(line)));
        }
    }

    public void Dispose() => _asterisk?.Dispose();

    private async Task OnRequestAsync(WireConnection connection, WireRequest request)
    {
        if (_asterisk is null)
        {
            _asterisk = new ClientWebSocket();
            var account = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{real.User}:{real.Password}"));
            _asterisk.Options.SetRequestHeader("Authorization", $"Basic {account}");
            var uri = new UriBuilder(new Uri(real.BaseUrl, $"events?app={real.App}")) { Scheme = "ws" };
            await _asterisk.ConnectAsync(uri.Uri, default);
            _ = PassOnAsync(connection);
        }

        Write("us", request.Text);
        await _asterisk.SendAsync(Encoding.UTF8.GetBytes(request.Text), WebSocketMessageType.Text, true, default);
    }

    private async Task PassOnAsync(WireConnection connection)
    {
        using var asterisk = new WireConnection(_asterisk!);
        while (await asterisk.ReceiveAsync(default) is { } text)
        {
            Write("asterisk", text);
            await connection.SendAsync(text);
        }
    }

    private void Write(string from, string text)
    {
        lock (_lines)
        {
            _lines.Add(new WireLine(from, JsonSerializer.Deserialize<JsonElement>(text)));
        }
    }
}
