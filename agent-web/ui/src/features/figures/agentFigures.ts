import type { AgentFigures } from "../../contracts/floor";

/** Reckoned from what the server counts, as its definitions say. `null`: there is nothing yet to reckon from. */
export type Figure = number | null;

export const share = (part: number, whole: number): Figure => (whole === 0 ? null : part / whole);

export const secondsSince = (instant: string | null, now: number): Figure =>
  instant === null ? null : Math.max(0, (now - Date.parse(instant)) / 1_000);

interface Handling {
  handled: number;
  talkSeconds: number;
  holdSeconds: number;
  wrapUpSeconds: number;
}

export const handling = (of: Handling) => ({
  handled: of.handled,
  "average-handle": share(of.talkSeconds + of.holdSeconds + of.wrapUpSeconds, of.handled),
  "average-talk": share(of.talkSeconds, of.handled),
  "average-wrap-up": share(of.wrapUpSeconds, of.handled),
});

/** `now` is the server's clock in milliseconds. */
export const agentFigures = (figures: AgentFigures, now: number) => {
  const present = secondsSince(figures.workSince, now) ?? 0;
  const busy = figures.busySeconds + (figures.work === "busy" ? present : 0);
  const idle = figures.idleSeconds + (figures.work === "idle" ? present : 0);
  return { contacts: figures.contacts, ...handling(figures), occupancy: share(busy, busy + idle) };
};
