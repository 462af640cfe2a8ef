namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// What the agent hears: the stream that the page plays, measured in the page. The analyser holds the last 43 ms, so a
/// hole in a tone is as long as the time it is away.
/// </summary>
internal sealed partial class AgentPage
{
    private const string Ears = """
        () => {
          if (window.ears) return;
          const context = new AudioContext();
          const analyser = new AnalyserNode(context, { fftSize: 2048 });
          const samples = new Float32Array(analyser.fftSize);
          let followed = null;
          let source = null;
          const follow = () => {
            const stream = document.querySelector('[data-testid=remote-audio]')?.srcObject ?? null;
            if (stream === followed) return;
            source?.disconnect();
            source = stream === null ? null : context.createMediaStreamSource(stream);
            source?.connect(analyser);
            followed = stream;
          };
          const level = (hertz) => {
            follow();
            if (source === null) return -120;
            analyser.getFloatTimeDomainData(samples);
            const step = 2 * Math.PI * hertz / context.sampleRate;
            let [cosine, sine, windows] = [0, 0, 0];
            samples.forEach((sample, i) => {
              const hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / samples.length);
              cosine += hann * sample * Math.cos(step * i);
              sine += hann * sample * Math.sin(step * i);
              windows += hann;
            });
            return Math.max(-120, 20 * Math.log10(2 * Math.hypot(cosine, sine) / windows + 1e-9));
          };
          const loudness = () => {
            follow();
            if (source === null) return -120;
            analyser.getFloatTimeDomainData(samples);
            return 10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length + 1e-12);
          };
          let longestHoleMs = 0;
          let heardAt = performance.now();
          const watch = (hertz, dbfs) => {
            longestHoleMs = 0;
            heardAt = performance.now();
            return setInterval(() => {
              const now = performance.now();
              if (level(hertz) >= dbfs) heardAt = now;
              longestHoleMs = Math.max(longestHoleMs, now - heardAt);
            }, 10);
          };
          window.ears = { level, loudness, watch, unwatch: (timer) => { clearInterval(timer); return longestHoleMs; } };
        }
        """;

    public Task HearsCustomer(double seconds = 10) => Hears(Tones.Customer, seconds);

    public Task HearsNoCustomer() => HearsNo(Tones.Customer);

    public async Task Hears(int hertz, double seconds = 10)
    {
        var level = -120.0;
        await Waiting.UntilAsync(
            async () => (level = await Dbfs(hertz)) >= Tones.HeardDbfs,
            seconds.Seconds(),
            () => $"{Login} to hear {hertz} Hz, which is at {level:F0} dB");
    }

    public async Task HearsNo(int hertz)
    {
        var level = 0.0;
        await Waiting.UntilAsync(
            async () => (level = await Dbfs(hertz)) < Tones.QuietDbfs,
            10.Seconds(),
            () => $"{Login} to hear no {hertz} Hz, which is at {level:F0} dB");
    }

    /// <summary>Something is played to him; whose voice it is not, the story says.</summary>
    public async Task HearsMusic()
    {
        await Page.EvaluateAsync(Ears);
        var all = -120.0;
        await Waiting.UntilAsync(
            async () => (all = await Page.EvaluateAsync<double>("() => window.ears.loudness()")) >= Tones.QuietDbfs,
            10.Seconds(),
            () => $"{Login} to hear music, and all is at {all:F0} dB");
    }

    /// <summary>Listens to the customer from now on; the answer is the handle for the end.</summary>
    public async Task<int> BeginListening()
    {
        await Page.EvaluateAsync(Ears);
        return await Page.EvaluateAsync<int>("([hertz, dbfs]) => window.ears.watch(hertz, dbfs)", Heard);
    }

    /// <summary>How long the customer was away at the longest since listening began.</summary>
    public async Task<TimeSpan> LongestHole(int listening) =>
        TimeSpan.FromMilliseconds(await Page.EvaluateAsync<double>("(timer) => window.ears.unwatch(timer)", listening));

    private static double[] Heard => [Tones.Customer, Tones.HeardDbfs];

    private async Task<double> Dbfs(int hertz)
    {
        await Page.EvaluateAsync(Ears);
        return await Page.EvaluateAsync<double>("(hertz) => window.ears.level(hertz)", hertz);
    }
}
