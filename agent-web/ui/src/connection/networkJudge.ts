import type { NetworkReading } from "./networkReading";

export interface NetworkFigures {
  /** The worse of both directions, 0 to 1. */
  loss: number | null;
  jitterMs: number | null;
  rttMs: number | null;
}

/** Worse than this in any figure, so often in a row, is bad. */
const BAD: Bounds = { loss: 0.05, jitterMs: 50, rttMs: 500 };
const BAD_IN_A_ROW = 3;
/** Better than this in all figures, so often in a row, is good again. */
const GOOD: Bounds = { loss: 0.02, jitterMs: 30, rttMs: 300 };
const GOOD_IN_A_ROW = 4;

type Bounds = { readonly [figure in keyof NetworkFigures]: number };

/** Says of reading after reading whether the network is good enough to talk; slow to change its mind. */
export class NetworkJudge {
  private previous: NetworkReading | null = null;
  private inARow = 0;
  private bad = false;
  private latest: NetworkFigures = { loss: null, jitterMs: null, rttMs: null };

  get isBad(): boolean {
    return this.bad;
  }

  get figures(): NetworkFigures {
    return this.latest;
  }

  /** Another leg has counters of its own; what was judged stands until it is judged anew. */
  forget(): void {
    this.previous = null;
    this.inARow = 0;
  }

  take(reading: NetworkReading): void {
    this.latest = figuresOf(reading, this.previous);
    this.previous = reading;
    const speaksForChange = this.bad ? isEvery(this.latest, GOOD) : isAny(this.latest, BAD);
    this.inARow = speaksForChange ? this.inARow + 1 : 0;
    if (this.inARow >= (this.bad ? GOOD_IN_A_ROW : BAD_IN_A_ROW)) {
      this.bad = !this.bad;
      this.inARow = 0;
    }
  }
}

const figuresOf = (now: NetworkReading, before: NetworkReading | null): NetworkFigures => {
  const received = now.packetsReceived - (before?.packetsReceived ?? 0);
  const lost = Math.max(0, now.packetsLost - (before?.packetsLost ?? 0));
  // A parked leg hears nothing: then only the other end knows.
  const isHearing = before !== null && received > 0;
  return {
    loss: worst(isHearing ? lost / (received + lost) : null, now.sendingLoss),
    jitterMs: worst(isHearing ? now.jitterMs : null, now.sendingJitterMs),
    rttMs: now.rttMs,
  };
};

const worst = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

const isAny = (figures: NetworkFigures, bounds: Bounds): boolean =>
  names.some((name) => (figures[name] ?? 0) > bounds[name]);

const isEvery = (figures: NetworkFigures, bounds: Bounds): boolean =>
  names.every((name) => (figures[name] ?? 0) < bounds[name]);

const names = ["loss", "jitterMs", "rttMs"] as const;
