namespace CrmUms.LoadTests.Pages;

/// <summary>Scripts that run in the page: what the agent hears, looked at every few milliseconds.</summary>
internal static class Ears
{
    /// <summary>A steady tone is noise to what cleans a voice, and would be taken away.</summary>
    public const string LeaveTheToneAlone = """
        const devices = navigator.mediaDevices;
        const capture = devices.getUserMedia.bind(devices);
        devices.getUserMedia = (wanted) => capture({
          ...wanted,
          audio: { ...wanted.audio, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
        });
        """;

    /// <summary>
    /// Makes <c>window.ears</c>. The analyser holds the last 21 ms of what the page plays; a tone is heard when it
    /// fills a good part of them.
    /// </summary>
    public const string Grow = """
        () => {
          const context = new AudioContext();
          const analyser = new AnalyserNode(context, { fftSize: 1024 });
          const samples = new Float32Array(analyser.fftSize);
          let followed = null;
          let source = null;
          let heardAt = Promise.resolve(0);
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
            analyser.getFloatTimeDomainData(samples);
            const step = 2 * Math.PI * hertz / context.sampleRate;
            let [cosine, sine] = [0, 0];
            samples.forEach((sample, i) => {
              cosine += sample * Math.cos(step * i);
              sine += sample * Math.sin(step * i);
            });
            return 20 * Math.log10(2 * Math.hypot(cosine, sine) / samples.length + 1e-9);
          };
          const waitFor = (hertz, dbfs) => {
            performance.clearMarks('answer-clicked');
            follow();
            heardAt = new Promise((resolve, reject) => {
              const until = performance.now() + 10000;
              const look = () => {
                const now = performance.now();
                if (level(hertz) >= dbfs) resolve(now);
                else if (now > until) reject(new Error(`the agent does not hear ${hertz} Hz`));
                else setTimeout(look, 2);
              };
              look();
            });
            heardAt.catch(() => {});
          };
          const heard = async () => {
            const at = await heardAt;
            return [performance.getEntriesByName('answer-clicked')[0].startTime, at];
          };
          window.ears = { waitFor, heard };
        }
        """;
}
