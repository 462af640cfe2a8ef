using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CrmUms.AgentWeb.Tests.Hosting;

namespace CrmUms.AgentWeb.Tests.Cti;

/// <summary>Another system: has a key and no cookies.</summary>
internal sealed class OtherSystem : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _address;

    private OtherSystem(Uri address, string id, string key)
    {
        (_address, Id, Key) = (address, id, key);
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public string Id { get; }

    public string Key { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OtherSystem> ComesAsync(
        CrmUmsServer server, string[] scopes, int requestsPerMinute = 10_000, DateTimeOffset? expiresAt = null)
    {
        using var admin = await server.OpenBrowser().SignInAsync("admin");
        var made = await Browser.JsonOf(await admin.SendAsync(
            HttpMethod.Post, "/api/api-keys", new { name = "CRM", scopes, requestsPerMinute, expiresAt }));
        return new OtherSystem(server.Address, made.Text("item", "id")!, made.Text("key")!);
    }

    public static OtherSystem With(CrmUmsServer server, string key) => new(server.Address, "", key);

    public Task<HttpResponseMessage> GetAsync(string path) =>
        _http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

    public Task<HttpResponseMessage> PostAsync(string path, object body) =>
        _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, Cancellation);

    /// <summary>All events after a place, page by page.</summary>
    public async Task<List<JsonElement>> ReadAllAsync(string after)
    {
        var all = new List<JsonElement>();
        while (true)
        {
            var page = await Browser.JsonOf(await GetAsync($"/api/cti/events?after={after}&limit=50"));
            all.AddRange(page.GetProperty("events").EnumerateArray());
            after = $"{page.GetProperty("last").GetInt64()}";
            if (page.GetProperty("events").GetArrayLength() == 0)
            {
                return all;
            }
        }
    }

    public async Task<string> LatestAsync() =>
        $"{(await Browser.JsonOf(await GetAsync("/api/cti/events?after=now"))).GetProperty("last").GetInt64()}";

    public async Task<ClientWebSocket> FollowAsync(string after)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", "Bearer " + Key);
        var address = new UriBuilder(new Uri(_address, "/api/cti/events/ws"))
        {
            Scheme = "ws", Query = $"after={after}",
        };
        await socket.ConnectAsync(address.Uri, Cancellation);
        return socket;
    }

    /// <summary>The next frame; null when the server has closed.</summary>
    public static async Task<JsonElement?> NextAsync(ClientWebSocket socket)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        within.CancelAfter(TimeSpan.FromSeconds(20));
        var (buffer, length) = (new byte[16 * 1024], 0);
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), within.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                using var json = JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, length));
                return json.RootElement.Clone();
            }
        }
    }

    public void Dispose() => _http.Dispose();
}
