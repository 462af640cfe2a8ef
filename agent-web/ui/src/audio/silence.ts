/** A microphone that was never heard is silent after this; one that was may rest behind a noise gate for longer. */
const NEVER_HEARD_MS = 30_000;
const HEARD_BEFORE_MS = 180_000;

/** What a moment of the microphone was: `null` when nobody can say (sound engine stopped, muted by us). */
export type Moment = "sound" | "zeros" | "switched-off" | null;

/**
 * Says when a microphone hears nothing whatever. Quiet is not silent: only digital zeros are, for
 * long, or a device that says itself that it is switched off. The first sound ends it.
 */
export class SilenceJudge {
  private readonly neverHeardMs: number;
  private readonly heardBeforeMs: number;
  private zerosSince: number | null = null;
  private wasHeard = false;
  private silent = false;

  constructor(neverHeardMs = NEVER_HEARD_MS, heardBeforeMs = HEARD_BEFORE_MS) {
    this.neverHeardMs = neverHeardMs;
    this.heardBeforeMs = heardBeforeMs;
  }

  get isSilent(): boolean {
    return this.silent;
  }

  /** Another device begins afresh. */
  forget(): void {
    this.zerosSince = null;
    this.wasHeard = false;
    this.silent = false;
  }

  take(moment: Moment, nowMs: number): void {
    switch (moment) {
      case "sound":
        this.zerosSince = null;
        this.wasHeard = true;
        this.silent = false;
        break;
      case "zeros": {
        this.zerosSince ??= nowMs;
        const patienceMs = this.wasHeard ? this.heardBeforeMs : this.neverHeardMs;
        if (nowMs - this.zerosSince >= patienceMs) this.silent = true;
        break;
      }
      case "switched-off":
        this.silent = true;
        break;
      case null:
        this.zerosSince = null; // The time in between says nothing.
    }
  }
}

/** Listens to one stream for as long as it is attached. */
export class SilenceMeter {
  private context: AudioContext | null = null;
  private analyser: AnalyserNode | null = null;
  private track: MediaStreamTrack | null = null;
  private readonly samples = new Float32Array(32_768); // More than half a second.

  attach(stream: MediaStream): void {
    this.detach();
    if (typeof AudioContext === "undefined") return;
    this.track = stream.getAudioTracks()[0] ?? null;
    this.context = new AudioContext();
    this.analyser = new AnalyserNode(this.context, { fftSize: this.samples.length });
    this.context.createMediaStreamSource(stream).connect(this.analyser);
    void this.context.resume().catch(() => undefined); // Until a click it does not run, and nothing is judged.
  }

  detach(): void {
    void this.context?.close();
    this.context = null;
    this.analyser = null;
    this.track = null;
  }

  listen(): Moment {
    const { context, analyser, track } = this;
    if (context === null || analyser === null || track === null) return null;
    if (!track.enabled || track.readyState !== "live") return null;
    if (track.muted) return "switched-off";
    if (context.state !== "running") {
      void context.resume().catch(() => undefined);
      return null;
    }
    analyser.getFloatTimeDomainData(this.samples);
    return this.samples.some((sample) => sample !== 0) ? "sound" : "zeros";
  }
}
