import { SilenceJudge, type SilenceMeter } from "../audio/silence";
import { NetworkJudge } from "../connection/networkJudge";
import type { NetworkReading } from "../connection/networkReading";
import type { QualityReport } from "../contracts/hub";
import type { DeskState } from "./deskStore";

const LISTEN_EVERY_MS = 1_000;
const MEASURE_EVERY_TICKS = 5;

/** What the watch needs of the desk. */
export interface QualityDesk {
  state(): DeskState;
  readNetwork(): Promise<NetworkReading | null>;
  /** Whether the server took it; what it did not take is said again. */
  report(quality: QualityReport): Promise<boolean>;
}

/**
 * Measures the microphone and the network between two calls, never in one, and says when either has become good or
 * bad. A server that was away is told afresh.
 */
export class QualityWatch {
  private readonly desk: QualityDesk;
  private readonly meter: SilenceMeter;
  private readonly silence = new SilenceJudge();
  private readonly network = new NetworkJudge();
  private timer: ReturnType<typeof setInterval> | undefined;
  private ticks = 0;
  private isReporting = false;
  /** A report that was refused is not said again before this tick. */
  private quietUntil = 0;
  private said: { microphoneSilent: boolean; networkBad: boolean } | null = null;

  constructor(desk: QualityDesk, meter: SilenceMeter) {
    this.desk = desk;
    this.meter = meter;
  }

  start(): void {
    this.timer = setInterval(() => void this.tick(), LISTEN_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Another microphone, or the same one opened anew. */
  forgetMicrophone(): void {
    this.silence.forget();
  }

  private async tick(): Promise<void> {
    const state = this.desk.state();
    if (state.link.kind !== "online") this.said = null;
    if (!isBetweenCalls(state)) {
      this.silence.take(null, Date.now());
      this.network.forget();
      return;
    }

    const works = state.microphone.kind === "works";
    this.silence.take(works ? this.meter.listen() : null, Date.now());
    this.ticks++;
    if (this.ticks % MEASURE_EVERY_TICKS === 0) await this.measure();
    await this.reportChange();
  }

  private async measure(): Promise<void> {
    const reading = await this.desk.readNetwork().catch(() => null);
    if (reading === null) this.network.forget();
    else this.network.take(reading);
  }

  private async reportChange(): Promise<void> {
    const now = { microphoneSilent: this.silence.isSilent, networkBad: this.network.isBad };
    const isSaid =
      this.said?.microphoneSilent === now.microphoneSilent &&
      this.said.networkBad === now.networkBad;
    const isTooSoon = this.isReporting || this.ticks < this.quietUntil;
    if (isSaid || isTooSoon || !isBetweenCalls(this.desk.state())) return;
    this.isReporting = true;
    try {
      const isTaken = await this.desk.report({ ...now, ...this.network.figures });
      if (isTaken) this.said = now;
      else this.quietUntil = this.ticks + MEASURE_EVERY_TICKS;
    } finally {
      this.isReporting = false;
    }
  }
}

const isBetweenCalls = ({ link, desk }: DeskState): boolean =>
  link.kind === "online" &&
  !desk.needsSnapshot &&
  (desk.agent?.status === "ready" || desk.agent?.status === "notReady");
