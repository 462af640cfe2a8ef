using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmUms.EndToEnd.Tests;

/// <summary>What the agent sees, waited for with a bound.</summary>
internal sealed partial class AgentPage
{
    public Task SeesStatus(string status, double seconds = 10) => Sees("status", "status", status, seconds);

    public Task SeesStage(string stage, double seconds = 10) => Sees("call-panel", "stage", stage, seconds);

    public Task SeesNotReadyBecause(string reason, double seconds = 10) => Sees("status", "reason", reason, seconds);

    public async Task SeesOffer(double seconds = 10) =>
        await Expect(Part("offer-panel")).ToBeVisibleAsync(new() { Timeout = (float)seconds * 1_000 });

    public async Task SeesNoCall() => await Expect(Part("no-call")).ToBeVisibleAsync();

    public async Task Sees(string part) => await Expect(Part(part)).ToBeVisibleAsync();

    /// <summary>A part that does not hang out of another one.</summary>
    public async Task SeesInside(string outer, string inner)
    {
        var (frame, part) = (await Part(outer).BoundingBoxAsync(), await Part(inner).BoundingBoxAsync());
        (part!.Y + part.Height).ShouldBeLessThanOrEqualTo(frame!.Y + frame.Height, $"{inner} hangs out of {outer}");
    }

    public async Task SeesNot(string part) => await Expect(Part(part)).ToHaveCountAsync(0);

    public async Task SeesText(string part, string text) =>
        await Expect(Part(part)).ToContainTextAsync(text);

    /// <summary>A part whose state stands in a data attribute.</summary>
    public async Task Sees(string part, string name, string value, double seconds = 10) => await Expect(Part(part))
        .ToHaveAttributeAsync($"data-{name}", value, new() { Timeout = (float)seconds * 1_000 });

    public async Task SeesBlocked(string part) => await Expect(Part(part)).ToBeDisabledAsync();

    public async Task<string> Reads(string part) => (await Part(part).InnerTextAsync()).Trim();

    public async Task<string?> ReadsState(string part, string name) =>
        await Part(part).GetAttributeAsync($"data-{name}");

    /// <summary>Which interaction is in hand, or offered.</summary>
    public async Task<string> InteractionInHand() =>
        (await Page.Locator("[data-interaction]").First.GetAttributeAsync("data-interaction"))!;

    public async Task<TimeSpan> TalkTime()
    {
        var words = (await Reads("talk-time")).Split(':').Select(double.Parse).ToArray();
        return words.Aggregate(0.0, (sum, word) => (sum * 60) + word).Seconds();
    }

    /// <summary>Everything that stands on the screen now, in tool tips and field hints too.</summary>
    public Task<string> ReadsEverything() => Page.EvaluateAsync<string>("""
        () => document.body.innerText + '\n' + [...document.querySelectorAll('[title],[placeholder],[aria-label]')]
          .flatMap((part) => ['title', 'placeholder', 'aria-label'].map((name) => part.getAttribute(name) ?? ''))
          .join('\n')
        """);

    /// <summary>Keys of the page's dictionary that stand where their words should be.</summary>
    public async Task<IReadOnlyList<string>> UntranslatedWords() =>
        [.. KeyLike().Matches(await ReadsEverything()).Select(match => match.Value).Distinct()];

    public ILocator HistoryRow(string interaction) =>
        Page.Locator($"[data-testid=history-row][data-interaction='{interaction}']");

    [GeneratedRegex(@"(?<![\w/.@-])[a-z]+[A-Za-z]*(\.[a-z][A-Za-z-]+)+(?![\w/.])|\{\{\w+\}\}")]
    private static partial Regex KeyLike();
}
