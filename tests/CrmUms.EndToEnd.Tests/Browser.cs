using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// Debian's Chromium without a window, whose microphone says the agent's tone. The shell draws no tool bars: with them,
/// two cores are full, the tests take 1.7 times as long, and the voices under test are cut up.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    /// <summary>How long anything in a page is waited for where nothing else is said.</summary>
    private const float UsualMs = 10_000;

    private const string Chromium = "/usr/bin/chromium-headless-shell";

    // A steady tone is noise to what cleans a voice, and would be taken away.
    private const string LeaveTheToneAlone = """
        const devices = navigator.mediaDevices;
        const capture = devices.getUserMedia.bind(devices);
        devices.getUserMedia = (wanted) => capture({
          ...wanted,
          audio: { ...wanted.audio, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
        });
        """;

    private static readonly CompositeFormat AnotherVoice = CompositeFormat.Parse("""
        navigator.mediaDevices.getUserMedia = async () => {{
          const context = new AudioContext();
          const voice = new OscillatorNode(context, {{ frequency: {0} }});
          const microphone = context.createMediaStreamDestination();
          voice.connect(new GainNode(context, {{ gain: 0.1 }})).connect(microphone);
          voice.start();
          return microphone.stream;
        }};
        """);

    private readonly IPlaywright _playwright;
    private readonly IBrowser _allowing;
    private readonly string _microphone;
    private IBrowser? _denying;

    private Browser(IPlaywright playwright, IBrowser allowing, string microphone)
    {
        (_playwright, _allowing, _microphone) = (playwright, allowing, microphone);
    }

    public static async Task<Browser> StartAsync(string folder)
    {
        var microphone = Path.Combine(folder, "microphone.wav");
        Tones.WriteMicrophone(microphone);
        Assertions.SetDefaultExpectTimeout(UsualMs);
        var playwright = await Playwright.CreateAsync();
        var allowing = await LaunchAsync(playwright, microphone, "--use-fake-ui-for-media-stream");
        return new Browser(playwright, allowing, microphone);
    }

    /// <summary>A computer of its own for one person: nothing is shared with another.</summary>
    public Task<IBrowserContext> NewComputerAsync() => NewComputerAsync(_allowing, ["microphone"]);

    /// <summary>A computer of somebody with another voice than the agents'.</summary>
    public async Task<IBrowserContext> NewComputerAsync(int hertz)
    {
        var computer = await NewComputerAsync();
        await computer.AddInitScriptAsync(string.Format(CultureInfo.InvariantCulture, AnotherVoice, hertz));
        return computer;
    }

    /// <summary>A computer whose user said no when asked for the microphone.</summary>
    public async Task<IBrowserContext> NewComputerWithoutMicrophoneAsync()
    {
        _denying ??= await LaunchAsync(_playwright, _microphone, "--use-fake-ui-for-media-stream=deny");
        return await NewComputerAsync(_denying, []);
    }

    public async ValueTask DisposeAsync()
    {
        await _allowing.CloseAsync();
        await (_denying?.CloseAsync() ?? Task.CompletedTask);
        _playwright.Dispose();
    }

    private static async Task<IBrowserContext> NewComputerAsync(IBrowser browser, string[] permissions)
    {
        var computer = await browser.NewContextAsync(new()
        {
            BaseURL = Instance.Ports.Web.ToString(),
            ViewportSize = new() { Width = 1366, Height = 768 },
            Permissions = permissions,
        });
        computer.SetDefaultTimeout(UsualMs);
        await computer.AddInitScriptAsync(LeaveTheToneAlone);
        return computer;
    }

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright, string microphone, string permission) =>
        playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--autoplay-policy=no-user-gesture-required",
                "--use-fake-device-for-media-stream", $"--use-file-for-fake-audio-capture={microphone}", permission,
            ],
        });
}
