using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CrmUms.EndToEnd.Tests;

/// <summary>Asterisk as it is asked from outside: what it really holds, whatever our server believes.</summary>
internal sealed class Switch : IDisposable
{
    private readonly HttpClient _http;

    public Switch(int ariPort, string password)
    {
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ariPort}/ari/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"crmums:{password.Trim()}")));
    }

    /// <summary>Channels that exist now, by name.</summary>
    public async Task<IReadOnlyList<string>> ChannelsAsync() => await NamesAsync("channels", "name");

    /// <summary>Bridges in which two or more talk.</summary>
    public async Task<IReadOnlyList<string>> ConversationsAsync() =>
        [.. (await NamesAsync("bridges", "id")).Where(id => id.StartsWith("talk-", StringComparison.Ordinal))];

    /// <summary>Everything about its channels and bridges, for whoever looks into a failure.</summary>
    public async Task<IReadOnlyList<string>> DescribeAsync()
    {
        var lines = new List<string> { await GetAsync("bridges"), await GetAsync("channels") };
        foreach (var id in await NamesAsync("channels", "id"))
        {
            lines.Add($"{id}: {await GetAsync($"channels/{id}/rtp_statistics")}");
        }

        return lines;
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<List<string>> NamesAsync(string resource, string field)
    {
        using var json = JsonDocument.Parse(await GetAsync(resource));
        return [.. json.RootElement.EnumerateArray().Select(item => item.GetProperty(field).GetString()!)];
    }
}
