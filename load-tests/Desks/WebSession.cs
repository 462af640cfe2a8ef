using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CrmUms.LoadTests.Desks;

/// <summary>One person signed in: keeps cookies, brings the anti-forgery token, speaks JSON.</summary>
internal sealed class WebSession : IDisposable
{
    private const string DemoPassword = "crmums-demo";

    private readonly HttpClient _http;

    private WebSession(Uri page) => _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies })
    {
        BaseAddress = page,
    };

    public CookieContainer Cookies { get; } = new();

    public static async Task<WebSession> SignInAsync(Uri page, string login)
    {
        var session = new WebSession(page);
        await session.TakeTokenAsync();
        await session.PostAsync("/api/session", new { login, password = DemoPassword });
        await session.TakeTokenAsync();
        return session;
    }

    public Task<JsonElement> GetAsync(string path) => _http.GetFromJsonAsync<JsonElement>(path);

    public async Task<JsonElement> PostAsync(string path, object? body)
    {
        using var reply = await _http.PostAsJsonAsync(path, body);
        return await ReadAsync(path, reply);
    }

    public async Task PutAsync(string path, object body)
    {
        using var reply = await _http.PutAsJsonAsync(path, body);
        await ReadAsync(path, reply);
    }

    public async Task PutSoundAsync(string path, string file)
    {
        using var sound = new ByteArrayContent(await File.ReadAllBytesAsync(file));
        using var reply = await _http.PutAsync(path, sound);
        await ReadAsync(path, reply);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<JsonElement> ReadAsync(string path, HttpResponseMessage reply)
    {
        if (!reply.IsSuccessStatusCode)
        {
            var words = await reply.Content.ReadAsStringAsync();
            throw new InvalidOperationException($"{path} was refused: {(int)reply.StatusCode} {words}");
        }

        return reply.StatusCode == HttpStatusCode.NoContent
            ? default
            : await reply.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task TakeTokenAsync()
    {
        const string Header = "X-XSRF-TOKEN";
        var token = (await GetAsync("/api/antiforgery")).GetProperty("token").GetString();
        _http.DefaultRequestHeaders.Remove(Header);
        _http.DefaultRequestHeaders.Add(Header, token);
    }
}
