using System.Text.Json.Nodes;

namespace CrmUms.CtiGateway.Tests.Wire;

/// <summary>
/// Plays a recorded session to a gateway: what Asterisk sent is sent again as soon as everything has been asked that
/// had been asked before it. Requests are known by method and path; pings are answered out of turn.
/// </summary>
internal sealed class WireReplay
{
    private readonly LinkedList<WireLine> _ahead;
    private readonly List<WireRequest> _asked = [];
    private readonly Dictionary<string, string> _idNow = []; // Recorded request id to the present one.

    public WireReplay(string name) => _ahead = new(WireLine.Read(name).Where(line => !IsPing(line)));

    /// <summary>Recorded requests that nobody has made.</summary>
    public IReadOnlyList<string> NotAsked =>
        [.. _ahead.Where(line => line.From == "us").Select(line => $"{line.Text("method")} {line.Text("uri")}")];

    /// <summary>Requests that the recording does not hold.</summary>
    public IReadOnlyList<WireRequest> Unknown => _asked;

    public FakeAsterisk Open() => new(OnRequestAsync);

    private async Task OnRequestAsync(WireConnection connection, WireRequest request)
    {
        if (request.Uri == "asterisk/ping")
        {
            await connection.ReplyAsync(request, 200, "{}");
            return;
        }

        _asked.Add(request);
        while (_ahead.First is { } next)
        {
            if (next.Value.From == "asterisk")
            {
                await connection.SendAsync(WithPresentId(next.Value));
            }
            else if (_asked.Find(one => IsSame(one, next.Value)) is { } asked)
            {
                _asked.Remove(asked);
                _idNow[next.Value.Text("request_id")!] = asked.Id;
            }
            else
            {
                return;
            }

            _ahead.RemoveFirst();
        }
    }

    private string WithPresentId(WireLine line)
    {
        var message = JsonNode.Parse(line.Message.GetRawText())!;
        if (line.Text("request_id") is { } recorded && _idNow.TryGetValue(recorded, out var now))
        {
            message["request_id"] = now;
        }

        return message.ToJsonString();
    }

    private static bool IsSame(WireRequest request, WireLine line) =>
        request.Method == line.Text("method") && request.Uri == line.Text("uri");

    private static bool IsPing(WireLine line) => line.Text("uri") == "asterisk/ping";
}
