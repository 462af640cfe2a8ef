using System.Globalization;
using System.Text.Json;
using CrmUms.SipPhone.Audio;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// The player of a page, open on a recording: who it says was there when, and what is really heard then.
/// </summary>
internal sealed class ShownLanes
{
    // Around a change of voices, paths are being opened and closed.
    private const double MarginSeconds = 0.4;
    private readonly AgentPage _page;
    private readonly WavFile _sound;

    private ShownLanes(AgentPage page, WavFile sound)
    {
        (_page, _sound) = (page, sound);
    }

    private ILocator Lanes => _page.Page.GetByTestId("lane");

    /// <summary>Plays the only recording of an interaction from the history in front of him.</summary>
    public static async Task<ShownLanes> OpenAsync(AgentPage page, JsonElement kept, string folder)
    {
        var interaction = kept.Text("interactionId")!;
        var recording = kept.GetProperty("recordings").EnumerateArray().Single().Text("recordingId");
        var file = Path.Combine(folder, $"lanes-{interaction}");
        await page.DownloadAsync($"/api/recordings/{recording}/audio", file);
        await page.HistoryRow(interaction).GetByTestId("play").ClickAsync(new() { Timeout = 15_000 });
        await page.Sees("player-wave", "ready", "true");
        await Expect(page.Page.GetByTestId("player-lanes")).ToBeVisibleAsync();
        return new ShownLanes(page, await Tones.DecodeAsync(file));
    }

    /// <summary>Role and name of each lane, from above.</summary>
    public Task<string[]> WhoAsync() =>
        Lanes.EvaluateAllAsync<string[]>("lanes => lanes.map(lane => `${lane.dataset.role} ${lane.dataset.name}`)");

    /// <summary>When somebody was there in this way first, in seconds of the recording.</summary>
    public async Task<(double From, double To)> SpanAsync(string name, string heard)
    {
        var span = Span(name, heard);
        return (await SecondAsync(span, "data-from"), await SecondAsync(span, "data-to"));
    }

    /// <summary>Clicks a span; whoever is heard there is marked, by roles, and nobody else.</summary>
    public async Task MarksWhenJumpedTo(string name, string heard, params string[] marked)
    {
        await Span(name, heard).ClickAsync();
        await Expect(Span(name, heard)).ToHaveAttributeAsync("aria-current", "true");
        (await MarkedAsync()).ShouldBe(marked);
    }

    /// <summary>Presses a key on the waveforms; then these are marked, by roles.</summary>
    public async Task MarksAfterKey(string key, params string[] marked)
    {
        await _page.Page.GetByTestId("player-position").PressAsync(key);
        await Waiting.UntilAsync(
            async () => (await MarkedAsync()).SequenceEqual(marked),
            5.Seconds(),
            () => $"{string.Join(", ", marked)} to be marked after {key}");
    }

    /// <summary>All the time, but for its edges, this tone is on the right channel.</summary>
    public void IsHeard(int hertz, double from, double to)
    {
        var (begin, end) = ((int)((from + MarginSeconds) * _sound.Rate), (int)((to - MarginSeconds) * _sound.Rate));
        (end - begin).ShouldBeGreaterThan(_sound.Rate / 4, "there is something to hear");
        ToneMeter.Level(_sound.Channels[1].AsSpan()[begin..end], _sound.Rate, hertz)
            .ShouldBeGreaterThan(Tones.HeardDbfs, $"{hertz} Hz from {from} to {to}");
    }

    private Task<string[]> MarkedAsync() => Lanes.EvaluateAllAsync<string[]>(
        "lanes => lanes.filter(lane => lane.dataset.heard === 'true').map(lane => lane.dataset.role)");

    private ILocator Span(string name, string heard) => _page.Page.Locator(
        $"[data-testid=lane][data-name='{name}'] [data-testid=lane-span][data-heard={heard}]").First;

    private static async Task<double> SecondAsync(ILocator span, string end) =>
        double.Parse((await span.GetAttributeAsync(end))!, CultureInfo.InvariantCulture);
}
