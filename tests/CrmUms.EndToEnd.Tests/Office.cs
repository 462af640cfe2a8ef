using System.Net.Http.Json;
using System.Text.Json;

namespace CrmUms.EndToEnd.Tests;

/// <summary>The supervisor, without a screen: sees what stands in the centre and every interaction's history.</summary>
internal sealed class Office : IDisposable
{
    private readonly HttpClient _http;
    private bool _isSignedIn;

    public Office(Uri web)
    {
        _http = new HttpClient { BaseAddress = web, Timeout = 5.Seconds() };
    }

    public async Task<bool> IsServerReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("healthz/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false; // It is away, which is the answer.
        }
    }

    /// <summary>Another system asks with its key: the status of the answer.</summary>
    public async Task<int> AskWithKeyAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/cti/events?after=now");
        request.Headers.Authorization = new("Bearer", key);
        using var answer = await _http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    public async Task<JsonElement> StatusAsync() => await GetAsync("api/status");

    /// <summary>An interaction as the history keeps it, once it has ended, and once more is true if asked.</summary>
    public async Task<JsonElement> KeptAsync(string interaction, Func<JsonElement, bool>? isComplete = null) =>
        await NewestAsync(item => item.Text("interactionId") == interaction && (isComplete?.Invoke(item) ?? true));

    /// <summary>The newest ended interaction of which this is true.</summary>
    public async Task<JsonElement> NewestAsync(Func<JsonElement, bool> isSought)
    {
        var items = new List<JsonElement>();
        var found = default(JsonElement);
        await Waiting.UntilAsync(
            async () =>
            {
                items = [.. (await GetAsync("api/history?limit=50")).GetProperty("items").EnumerateArray()];
                found = items.FirstOrDefault(item => item.Text("ending") is not null && isSought(item));
                return found.ValueKind == JsonValueKind.Object;
            },
            15.Seconds(),
            () => $"an interaction in the history; the newest are {string.Join('\n', items.Take(3))}");
        return found;
    }

    /// <summary>An ended interaction with its timeline.</summary>
    public Task<JsonElement> DetailAsync(string interaction) => GetAsync($"api/history/{interaction}");

    /// <summary>What monitoring reads: the lines of a metric, with their labels.</summary>
    public async Task<IReadOnlyList<string>> MetricAsync(string name) =>
        [.. (await _http.GetStringAsync(new Uri("metrics", UriKind.Relative))).Split('\n')
            .Where(line => line.StartsWith(name, StringComparison.Ordinal))];

    /// <summary>Nobody waits and nobody is signed in.</summary>
    public async Task<bool> IsQuietAsync()
    {
        var status = await StatusAsync();
        return status.GetProperty("queues").EnumerateArray().All(queue => queue.GetProperty("waiting").GetInt32() == 0)
            && status.GetProperty("agents").EnumerateArray().All(agent => agent.Text("status") == "signedOut");
    }

    public async Task<string> AgentStatusAsync(string name)
    {
        var agents = (await StatusAsync()).GetProperty("agents").EnumerateArray();
        var agent = agents.Single(agent => agent.Text("name") == name);
        return $"{agent.Text("status")}/{agent.Text("reason")}";
    }

    public async Task<int> WaitingAsync()
    {
        var queues = (await StatusAsync()).GetProperty("queues").EnumerateArray();
        return queues.Sum(queue => queue.GetProperty("waiting").GetInt32());
    }

    public Task WaitingAreAsync(int count, double seconds = 10) => Waiting.UntilAsync(
        async () => await WaitingAsync() == count,
        seconds.Seconds(),
        () => $"{count} callers to be waiting");

    /// <summary>Somebody guesses a password; the answer must be this one.</summary>
    public async Task FailsToSignInAsync(string login, string password, int expected) =>
        (await TrySignInAsync(login, password)).ShouldBe(expected);

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> GetAsync(string path)
    {
        if (!_isSignedIn)
        {
            await SignInAsync();
        }

        return await _http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));
    }

    private async Task SignInAsync()
    {
        (await TrySignInAsync("supervisor", AgentPage.Password)).ShouldBe(200);
        _isSignedIn = true;
    }

    private async Task<int> TrySignInAsync(string login, string password)
    {
        var token = await _http.GetFromJsonAsync<JsonElement>(new Uri("api/antiforgery", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/session")
        {
            Content = JsonContent.Create(new { login, password }),
        };
        request.Headers.Add("X-XSRF-TOKEN", token.Text("token"));
        using var answer = await _http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}

internal static class JsonReading
{
    /// <summary>What happened in an interaction, in its order.</summary>
    public static IReadOnlyList<string> Happenings(this JsonElement detail) =>
        [.. detail.GetProperty("timeline").EnumerateArray().Select(each => each.Text("kind")!)];

    /// <summary>The only note of this kind in its walk through a flow.</summary>
    public static JsonElement FlowNote(this JsonElement detail, string note) =>
        detail.GetProperty("timeline").EnumerateArray()
            .Where(each => each.Text("kind") == "flow-noted")
            .Select(each => each.GetProperty("detail").GetProperty("note"))
            .Single(each => each.Text("note") == note);

    /// <summary>A text field; null where it is null or absent.</summary>
    public static string? Text(this JsonElement item, string field) =>
        item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number field; null where it is null or absent.</summary>
    public static double? Number(this JsonElement item, string field) =>
        item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
