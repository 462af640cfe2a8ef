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
    /// Makes <c>window.ears</c>. The ear sits in the thread that plays, as the page's own is busy drawing just when a
    /// call is answered. It holds the last 21 ms of what the page plays; a tone is heard when it fills a good part of
    /// them.
    /// </summary>
    public const string Grow = """
        async () => {
          const ear = () => {
            const HELD = 1024;
            registerProcessor("ear", class extends AudioWorkletProcessor {
              held = new Float32Array(HELD);
              at = 0;
              wanted = null;
              constructor() {
                super();
                this.port.onmessage = ({ data }) => { this.wanted = data; };
              }
              // Goertzel over all that is held, from the oldest sample on.
              level() {
                const turn = 2 * Math.cos(2 * Math.PI * this.wanted.hertz / sampleRate);
                let [last, before] = [0, 0];
                for (let i = 0; i < HELD; i++) {
                  [last, before] = [this.held[(this.at + i) % HELD] + turn * last - before, last];
                }
                const power = last * last + before * before - turn * last * before;
                return 20 * Math.log10(2 * Math.sqrt(Math.max(0, power)) / HELD + 1e-9);
              }
              process([[channel]]) {
                for (const sample of channel ?? []) {
                  this.held[this.at] = sample;
                  this.at = (this.at + 1) % HELD;
                }
                if (this.wanted !== null && this.level() >= this.wanted.dbfs) {
                  this.port.postMessage(Date.now());
                  this.wanted = null;
                }
                return true;
              }
            });
          };
          const context = new AudioContext();
          const text = new Blob([`(${ear})()`], { type: "text/javascript" });
          await context.audioWorklet.addModule(URL.createObjectURL(text));
          const node = new AudioWorkletNode(context, "ear");
          node.connect(context.destination); // What leads nowhere is not run.
          let followed = null;
          let source = null;
          const follow = () => {
            const stream = document.querySelector('[data-testid=remote-audio]')?.srcObject ?? null;
            if (stream === followed) return;
            source?.disconnect();
            source = stream === null ? null : context.createMediaStreamSource(stream);
            source?.connect(node);
            followed = stream;
          };
          let heardAt = Promise.resolve(0);
          const waitFor = (hertz, dbfs) => {
            performance.clearMarks('answer-clicked');
            follow();
            heardAt = new Promise((resolve, reject) => {
              setTimeout(() => reject(new Error(`the agent does not hear ${hertz} Hz`)), 10000);
              node.port.onmessage = ({ data }) => resolve(data - performance.timeOrigin);
              node.port.postMessage({ hertz, dbfs });
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
