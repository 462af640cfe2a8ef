using CrmUms.LoadTests.Measuring;
using CrmUms.LoadTests.Running;
using Microsoft.Playwright;

namespace CrmUms.LoadTests.Pages;

/// <summary>A real agent's page in Chromium: clicks as a hand would, and tells when it heard what.</summary>
internal sealed class AgentPage : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const int ClockLooks = 20;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;
    private TimeSpan _originAt; // The page's own zero of time, on our clock.

    private AgentPage(IPlaywright playwright, IBrowser browser, IPage page) =>
        (_playwright, _browser, _page) = (playwright, browser, page);

    /// <summary>Signs the first demo agent in, opens his audio, makes him ready.</summary>
    public static async Task<AgentPage> OpenAsync(string folder, int hertz, double dbfs)
    {
        var microphone = Path.Combine(folder, "microphone.wav");
        Microphone.Write(microphone, hertz, dbfs);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
                "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
                $"--use-file-for-fake-audio-capture={microphone}",
            ],
        });
        var page = await browser.NewPageAsync(new() { BypassCSP = true }); // The ear is a script of ours.
        page.SetDefaultTimeout(15_000);
        await page.AddInitScriptAsync(Ears.LeaveTheToneAlone);
        var agent = new AgentPage(playwright, browser, page);
        await agent.SignInAsync();
        await page.EvaluateAsync(Ears.Grow);
        return agent;
    }

    public Task WaitForOfferAsync() => Part("offer-panel").WaitForAsync();

    /// <summary>Waits for a tone from now on, and sets our clock by the page's.</summary>
    public async Task ListenAsync(int hertz, double dbfs)
    {
        await AlignAsync();
        await _page.EvaluateAsync("([hertz, dbfs]) => window.ears.waitFor(hertz, dbfs)", new[] { hertz, dbfs });
    }

    public Task AnswerAsync() => Part("answer").ClickAsync();

    /// <summary>When the click was handled and when the tone was heard, on our clock.</summary>
    public async Task<(TimeSpan Clicked, TimeSpan Heard)> HeardAsync()
    {
        var times = await _page.EvaluateAsync<double[]>("() => window.ears.heard()");
        return (_originAt + TimeSpan.FromMilliseconds(times[0]), _originAt + TimeSpan.FromMilliseconds(times[1]));
    }

    public async Task FinishWrapUpAsync()
    {
        await Part("wrap-up-topic").ClickAsync();
        await _page.Locator(".ant-select-item-option").First.ClickAsync();
        await Part("wrap-up-result").ClickAsync();
        await _page.Locator("[data-testid^='result-']:visible").First.ClickAsync();
        await Part("wrap-up-finish").ClickAsync();
        await Part("wrap-up-idle").WaitForAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }

    private async Task SignInAsync()
    {
        await _page.GotoAsync(Ports.Page.ToString());
        await Part("sign-in-login").FillAsync("agent1");
        await Part("sign-in-password").FillAsync("crmums-demo");
        await Part("sign-in-submit").ClickAsync();
        await Part("audio-setup-done").ClickAsync();
        await _page.Locator("[data-testid=status][data-audio=open]").WaitForAsync();
        await Part("ready-button").ClickAsync();
        await _page.Locator("[data-testid=status][data-status=ready]").WaitForAsync();
    }

    // The look with the shortest way there and back is off by less than half of it.
    private async Task AlignAsync()
    {
        var shortest = TimeSpan.MaxValue;
        for (var look = 0; look < ClockLooks; look++)
        {
            var before = Machine.Now;
            var inPage = TimeSpan.FromMilliseconds(await _page.EvaluateAsync<double>("() => performance.now()"));
            var way = Machine.Now - before;
            if (way < shortest)
            {
                (shortest, _originAt) = (way, before + (way / 2) - inPage);
            }
        }
    }

    private ILocator Part(string testId) => _page.GetByTestId(testId);
}
