using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace CrmUms.AgentWeb.Tests.Hosting;

/// <summary>One browser: keeps cookies, fetches the anti-forgery token, speaks JSON, opens hubs.</summary>
internal sealed class Browser : IDisposable
{
    public const string Password = "crmums-demo";

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public Browser(Uri address)
    {
        Address = address;
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };
    }

    public Uri Address { get; }

    public string? Token { get; set; }

    public CookieCollection Cookies => _cookies.GetCookies(Address);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, body: null);

    public Task<HttpResponseMessage> GetRangeAsync(string path, long from, long to)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = new(from, to) } };
        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path)
        {
            Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)),
        };
        if (Token is not null)
        {
            request.Headers.Add("X-XSRF-TOKEN", Token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> GetJsonAsync(string path) => await JsonOf(await GetAsync(path));

    public async Task FetchTokenAsync() =>
        Token = (await GetJsonAsync("/api/antiforgery")).GetProperty("token").GetString();

    public async Task<HttpResponseMessage> TrySignInAsync(string login, string password = Password)
    {
        await FetchTokenAsync();
        var response = await SendAsync(HttpMethod.Post, "/api/session", new { login, password });
        if (response.IsSuccessStatusCode)
        {
            await FetchTokenAsync();
        }

        return response;
    }

    public async Task<Browser> SignInAsync(string login)
    {
        (await TrySignInAsync(login)).StatusCode.ShouldBe(HttpStatusCode.OK);
        return this;
    }

    public Task<HttpResponseMessage> SignOutAsync() => SendAsync(HttpMethod.Delete, "/api/session", null);

    public async Task<DeskDriver> OpenDeskAsync() => await DeskDriver.OpenAsync(await ConnectAsync());

    public async Task<HubConnection> ConnectAsync(string hub = "/hubs/desk")
    {
        var connection = WebSocketHub.Build(new Uri(Address, hub), _cookies);
        await connection.StartAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public void Dispose() => _client.Dispose();

    public static async Task<JsonElement> JsonOf(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Checks that an answer is a problem as WIRE.md says, and returns it.</summary>
    public static async Task<JsonElement> ProblemOf(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("type").GetString().ShouldBe("/problems/" + code);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        return problem;
    }
}
