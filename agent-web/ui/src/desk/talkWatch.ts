import { SilenceJudge, type SilenceMeter } from "../audio/silence";
import { mosOf } from "../connection/mos";
import { NetworkJudge } from "../connection/networkJudge";
import type { NetworkReading } from "../connection/networkReading";
import type { CallStage, TalkQuality } from "../contracts/hub";
import type { DeskState, TalkNow } from "./deskStore";
import { isMuted, talkOf } from "./selectors";

const LOOK_EVERY_MS = 1_000;
const MEASURE_EVERY_TICKS = 3;
/** In a talk nobody waits for minutes to hear that he is not heard. */
const SILENT_AFTER_MS = 8_000;
const HEARS: readonly CallStage[] = ["connected", "consulting", "conference"];

/** What the watch needs of the desk. */
export interface TalkDesk {
  state(): DeskState;
  readNetwork(): Promise<NetworkReading | null>;
  show(now: TalkNow | null): void;
  /** Keeps what was measured with the interaction. */
  keep(interactionId: string, quality: TalkQuality): Promise<unknown>;
}

/**
 * Measures while the agent talks: shows how well both are heard, warns of a microphone that hears nothing, and keeps
 * the sum with the interaction when the talk is over, or the page.
 */
export class TalkWatch {
  private readonly desk: TalkDesk;
  private readonly meter: SilenceMeter;
  private timer: ReturnType<typeof setInterval> | undefined;
  private talk: Talk | null = null;
  private ticks = 0;

  constructor(desk: TalkDesk, meter: SilenceMeter) {
    this.desk = desk;
    this.meter = meter;
  }

  start(): void {
    this.timer = setInterval(() => void this.tick(), LOOK_EVERY_MS);
    window.addEventListener("pagehide", this.end);
  }

  stop(): void {
    clearInterval(this.timer);
    window.removeEventListener("pagehide", this.end);
    this.end();
  }

  private async tick(): Promise<void> {
    const state = this.desk.state();
    const call = talkOf(state);
    if (this.talk !== null && this.talk.interactionId !== call?.interactionId) this.end();
    if (call === null || !HEARS.includes(call.stage)) return;

    this.talk ??= new Talk(call.interactionId);
    const { talk } = this;
    talk.listen(isMuted(state) ? null : this.meter.listen());
    this.ticks++;
    if (this.ticks % MEASURE_EVERY_TICKS === 0) {
      const reading = await this.desk.readNetwork().catch(() => null);
      if (this.talk !== talk) return; // It ended meanwhile.
      talk.take(reading);
    }
    this.desk.show(talk.now);
  }

  private readonly end = (): void => {
    const { talk } = this;
    this.talk = null;
    if (talk === null) return;
    this.desk.show(null);
    const quality = talk.sum;
    if (quality !== null) void this.desk.keep(talk.interactionId, quality);
  };
}

/** One talk, as far as it was measured. */
class Talk {
  readonly interactionId: string;
  private readonly network = new NetworkJudge();
  private readonly silence = new SilenceJudge(SILENT_AFTER_MS, SILENT_AFTER_MS);
  private readonly mos = new Average();
  private readonly loss = new Average();
  private readonly jitter = new Average();
  private readonly rtt = new Average();
  private mosLeast = Number.POSITIVE_INFINITY;
  private wasSilent = false;
  private latest: TalkNow = { mos: null, loss: null, jitterMs: null, rttMs: null, isSilent: false };

  constructor(interactionId: string) {
    this.interactionId = interactionId;
  }

  get now(): TalkNow {
    return this.latest;
  }

  /** Null when nothing was measured. */
  get sum(): TalkQuality | null {
    const [mos, loss] = [this.mos.value, this.loss.value];
    if (mos === null || loss === null) return null;
    return {
      seconds: (this.mos.count * MEASURE_EVERY_TICKS * LOOK_EVERY_MS) / 1_000,
      mos: rounded(mos, 2),
      mosLeast: rounded(this.mosLeast, 2),
      loss: rounded(loss, 4),
      jitterMs: this.jitter.value === null ? null : rounded(this.jitter.value, 1),
      rttMs: this.rtt.value === null ? null : rounded(this.rtt.value, 1),
      microphoneSilent: this.wasSilent,
    };
  }

  listen(moment: Parameters<SilenceJudge["take"]>[0]): void {
    this.silence.take(moment, Date.now());
    this.wasSilent ||= this.silence.isSilent;
    this.latest = { ...this.latest, isSilent: this.silence.isSilent };
  }

  take(reading: NetworkReading | null): void {
    if (reading === null) {
      this.network.forget();
      return;
    }
    this.network.take(reading);
    const { loss, jitterMs, rttMs } = this.network.figures;
    if (loss === null) return;
    const mos = mosOf({ loss, jitterMs, rttMs });
    this.latest = { ...this.latest, mos, loss, jitterMs, rttMs };
    this.mosLeast = Math.min(this.mosLeast, mos);
    this.mos.take(mos);
    this.loss.take(loss);
    if (jitterMs !== null) this.jitter.take(jitterMs);
    if (rttMs !== null) this.rtt.take(rttMs);
  }
}

class Average {
  count = 0;
  private sum = 0;

  get value(): number | null {
    return this.count === 0 ? null : this.sum / this.count;
  }

  take(value: number): void {
    this.sum += value;
    this.count++;
  }
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
