import { describe, expect, it } from "vitest";
import type { AgentDay, AgentSpan } from "../../contracts/rest";
import { barsOf, callsOf, hoursOf, occupancyOf, totalsOf, windowOf } from "./dayModel";

const CALL = "0197aaaa00007000800000000000000a";
const at = (time: string) => `2026-07-14T${time}:00Z`;
const ms = (time: string) => Date.parse(at(time));
const span = (
  status: AgentSpan["status"],
  from: string,
  to: string | null,
  part: Partial<AgentSpan> = {},
) => ({
  status,
  reason: null,
  interactionId: null,
  from: at(from),
  to: to === null ? null : at(to),
  ...part,
});
const day: AgentDay = {
  agentId: "a",
  name: "Азиза Каримова",
  date: "2026-07-14",
  timeZone: "UTC",
  from: at("00:00"),
  to: "2026-07-15T00:00:00Z",
  serverNow: at("10:30"),
  spans: [
    span("signedOut", "00:00", "08:10"),
    span("ready", "08:10", "09:00"),
    span("reserved", "09:00", "09:01", { interactionId: CALL }),
    span("talking", "09:01", "09:20", { interactionId: CALL }),
    span("wrapUp", "09:20", "09:30", { interactionId: CALL }),
    span("notReady", "09:30", "10:00", { reason: "lunch" }),
    span("ready", "10:00", null),
  ],
};

describe("an agent's day", () => {
  const bars = barsOf(day, ms("10:30"));

  it("goes on until now, and never beyond its end", () => {
    expect(bars.at(-1)).toMatchObject({ status: "ready", to: ms("10:30") });
    expect(barsOf(day, Date.parse("2026-07-16T00:00:00Z")).at(-1)?.to).toBe(Date.parse(day.to));
  });

  it("is shown from the hour in which he came", () => {
    expect(windowOf(day, bars)).toEqual({ from: ms("08:00"), to: ms("11:00") });
    expect(windowOf(day, [])).toEqual({ from: ms("08:00"), to: ms("20:00") });
  });

  it("has one bar for each call, from the first ring to the end of wrap-up", () => {
    expect(callsOf(bars)).toEqual([{ interactionId: CALL, from: ms("09:00"), to: ms("09:30") }]);
  });

  it("sums up what he was, by reason, of the time that he was there", () => {
    const totals = totalsOf(bars);
    expect(totals.map(({ status, reason, seconds }) => [status, reason, seconds / 60])).toEqual([
      ["ready", null, 80],
      ["notReady", "lunch", 30],
      ["talking", null, 19],
      ["wrapUp", null, 10],
      ["reserved", null, 1],
    ]);
    expect(totals.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(occupancyOf(totals)).toBeCloseTo(29 / 110);
    expect(occupancyOf([])).toBeNull();
  });

  it("names the hours as far as there is room", () => {
    expect(hoursOf({ from: ms("08:00"), to: ms("11:00") })).toHaveLength(4);
    expect(hoursOf({ from: ms("00:00"), to: Date.parse(day.to) })).toHaveLength(13);
  });
});
