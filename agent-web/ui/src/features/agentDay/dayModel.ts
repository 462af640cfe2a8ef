import type { AgentStatus } from "../../contracts/hub";
import type { AgentDay, AgentSpan } from "../../contracts/rest";

const HOUR_MS = 3_600_000;
const BUSY: readonly AgentStatus[] = ["talking", "held", "wrapUp"];
const IDLE: readonly AgentStatus[] = ["ready", "reserved"];

/** A state as it lasted; times in milliseconds. */
export interface Bar {
  status: AgentStatus;
  reason: string | null;
  interactionId: string | null;
  from: number;
  to: number;
}

/** One interaction in his hand, from the first ring to the end of wrap-up. */
export interface CallBar {
  interactionId: string;
  from: number;
  to: number;
}

export interface Total {
  status: AgentStatus;
  reason: string | null;
  seconds: number;
  /** Of the time that he was signed in. */
  share: number;
}

/** What lasts goes on until now, or to the end of its day. */
export const barsOf = ({ spans, to }: AgentDay, nowMs: number): Bar[] =>
  spans
    .map((span: AgentSpan) => ({
      ...span,
      from: Date.parse(span.from),
      to: span.to === null ? Math.min(nowMs, Date.parse(to)) : Date.parse(span.to),
    }))
    .filter((bar) => bar.to > bar.from);

export const callsOf = (bars: readonly Bar[]): CallBar[] => {
  const calls: CallBar[] = [];
  for (const { interactionId, from, to } of bars) {
    if (interactionId === null) continue;
    const last = calls.at(-1);
    if (last?.interactionId === interactionId && last.to === from) last.to = to;
    else calls.push({ interactionId, from, to });
  }
  return calls;
};

/** From the full hour before he came to the one after he went; a day without him is the working day. */
export const windowOf = (
  { from }: AgentDay,
  bars: readonly Bar[],
): { from: number; to: number } => {
  const here = bars.filter(({ status }) => status !== "signedOut");
  const midnight = Date.parse(from);
  const first = here[0]?.from ?? midnight + 8 * HOUR_MS;
  const last = here.at(-1)?.to ?? midnight + 20 * HOUR_MS;
  return {
    from: Math.floor(first / HOUR_MS) * HOUR_MS,
    to: Math.max(Math.ceil(last / HOUR_MS), Math.floor(first / HOUR_MS) + 1) * HOUR_MS,
  };
};

/** Longest first; signed out is no part of it. */
export const totalsOf = (bars: readonly Bar[]): Total[] => {
  const sums = new Map<string, Total>();
  for (const { status, reason, from, to } of bars) {
    if (status === "signedOut") continue;
    const key = `${status} ${reason ?? ""}`;
    const total = sums.get(key) ?? { status, reason, seconds: 0, share: 0 };
    sums.set(key, { ...total, seconds: total.seconds + (to - from) / 1_000 });
  }
  const all = [...sums.values()].reduce((sum, { seconds }) => sum + seconds, 0);
  return [...sums.values()]
    .map((total) => ({ ...total, share: all === 0 ? 0 : total.seconds / all }))
    .sort((one, other) => other.seconds - one.seconds);
};

/** Busy time by busy and idle time, as the figures' definitions have it; null before there is any. */
export const occupancyOf = (totals: readonly Total[]): number | null => {
  const sum = (which: readonly AgentStatus[]) =>
    totals
      .filter(({ status }) => which.includes(status))
      .reduce((seconds, total) => seconds + total.seconds, 0);
  const whole = sum(BUSY) + sum(IDLE);
  return whole === 0 ? null : sum(BUSY) / whole;
};

/** The hours within a window, at most as many as there is room for. */
export const hoursOf = ({ from, to }: { from: number; to: number }, max = 13): number[] => {
  const step = Math.ceil((to - from) / HOUR_MS / (max - 1)) * HOUR_MS;
  const hours: number[] = [];
  for (let at = from; at <= to; at += step) hours.push(at);
  return hours;
};
