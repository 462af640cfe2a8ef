import { describe, expect, it } from "vitest";
import beatSaid from "../../../../../../tests/wire/floor-beat.json";
import changeSaid from "../../../../../../tests/wire/floor-change.json";
import snapshotSaid from "../../../../../../tests/wire/floor-snapshot.json";
import type { FloorBeat, FloorChange, FloorSnapshot } from "../../../contracts/floor";
import { agentFigures } from "../../figures/agentFigures";
import { inOrder, queueFigures } from "./figures";
import { emptyFloor, foldBeat, foldChange, foldLink, foldSnapshot, isStale } from "./floor";
import { alertsOf, defaultThresholds, levelOf } from "./thresholds";
import { agentsInView, grouped, noFilters } from "./view";

// The golden files of the server: JSON widens words to strings.
const snapshot = snapshotSaid as unknown as FloorSnapshot;
const change = changeSaid as unknown as FloorChange;
const beat: FloorBeat = beatSaid;
const NOW = Date.parse(snapshot.serverNow);
const known = foldSnapshot(foldLink(emptyFloor, true), snapshot, NOW);
const agent = snapshot.agents[0];
const queue = snapshot.queues[0];
if (agent === undefined || queue === undefined) throw new Error("The golden files say nothing.");

describe("the floor of a page", () => {
  it("keeps of a row what a change does not say", () => {
    const { agents, queues, callers, sequence } = foldChange(known, change, NOW);
    expect(sequence).toBe(42);
    expect(agents.get(agent.id)).toMatchObject({
      sequence: 42,
      setUp: agent.setUp,
      figures: agent.figures,
      state: { status: "notReady", reason: "lunch" },
    });
    expect(agents.get(agent.id)?.state.call).toBeUndefined();
    expect(queues.get("support")).toMatchObject({ line: { waiting: 0 }, figures: queue.figures });
    expect(callers.size).toBe(0);
  });

  it("asks for a snapshot after a gap, and lets an old change pass", () => {
    const gap = foldChange(known, { ...change, sequence: 50 }, NOW);
    expect(gap.needsSnapshot).toBe(true);
    expect(gap.agents).toBe(known.agents);
    expect(foldChange(known, { ...change, sequence: 41 }, NOW).agents).toBe(known.agents);
  });

  it("learns from a beat that it has missed something", () => {
    expect(foldBeat(known, beat, NOW).needsSnapshot).toBe(true);
    expect(foldBeat(known, { ...beat, sequence: 41 }, NOW).needsSnapshot).toBe(false);
  });

  it("is old as soon as the link is gone, and within three seconds of silence", () => {
    expect(isStale(known, NOW + 1_100)).toBe(false);
    expect(isStale(known, NOW + 3_000)).toBe(true);
    expect(isStale(foldLink(known, false), NOW)).toBe(true);
  });
});

describe("figures", () => {
  it("of a queue follow the definitions, both service levels too", () => {
    const figures = queueFigures(queue, NOW + 60_000);
    expect(figures["service-level"]).toBeCloseTo(80 / 100);
    expect(figures["service-level-of-all"]).toBeCloseTo(80 / (100 + 15 - 5));
    expect(figures["longest-wait"]).toBe(60);
    expect(figures["average-handle"]).toBeCloseTo((17_640 + 980 + 2_940) / 98);
  });

  it("of an agent run on while he works", () => {
    expect(agentFigures(agent.figures, NOW).occupancy).toBeCloseTo(5_400 / 7_200);
    expect(agentFigures(agent.figures, NOW + 1_800_000).occupancy).toBeCloseTo(7_200 / 9_000);
  });

  it("without anything to reckon from are none", () => {
    const none = { ...queue.figures, answered: 0, abandoned: 0, abandonedWithin: 0, handled: 0 };
    const figures = queueFigures({ ...queue, figures: none }, NOW);
    expect(figures["service-level"]).toBeNull();
    expect(figures["average-handle"]).toBeNull();
  });
});

describe("who waits", () => {
  it("goes by age, with the priority as some more of it", () => {
    const caller = snapshot.callers[0];
    if (caller === undefined) throw new Error("Nobody waits.");
    const at = (seconds: number): string => new Date(NOW + seconds * 1_000).toISOString();
    const early = { ...caller, interactionId: "early", since: at(0), priority: 0 };
    const urgent = { ...caller, interactionId: "urgent", since: at(60), priority: 10 };
    expect(inOrder([early, urgent], () => 10).map((each) => each.interactionId)).toEqual([
      "urgent",
      "early",
    ]);
  });
});

describe("what is seen", () => {
  const other = {
    ...agent,
    id: "other",
    setUp: { ...agent.setUp, name: "Бобур", groups: [], queues: ["support", "sales"] },
    state: { status: "ready" as const, reason: null, since: snapshot.serverNow },
  };
  const floor = { ...known, agents: new Map([...known.agents, ["other", other]]) };
  const sort = { column: "state", isDescending: false };

  it("is filtered by state, queue, group and text", () => {
    const ids = (filters: Partial<typeof noFilters>): string[] =>
      agentsInView(floor, { ...noFilters, ...filters }, sort, NOW).map(({ id }) => id);
    expect(ids({})).toEqual([agent.id, "other"]);
    expect(ids({ states: ["ready"] })).toEqual(["other"]);
    expect(ids({ queues: ["sales"] })).toEqual(["other"]);
    expect(ids({ groups: ["first-line"] })).toEqual([agent.id]);
    expect(ids({ text: "бобур" })).toEqual(["other"]);
  });

  it("is grouped; who serves two queues stands under both", () => {
    const heads = grouped([...floor.agents.values()], "queue");
    expect(heads.map(({ key, agents }) => [key, agents.length])).toEqual([
      ["sales", 1],
      ["support", 2],
    ]);
    expect(grouped([other], "group")[0]?.key).toBe("");
  });
});

describe("thresholds", () => {
  it("colour a cell, a low share as well as a long wait", () => {
    const level = (code: string, value: number | null) => levelOf(defaultThresholds, code, value);
    expect([
      level("longest-wait", 29),
      level("longest-wait", 30),
      level("longest-wait", 60),
    ]).toEqual([null, "warn", "alarm"]);
    expect(level("service-level-of-all", 0.5)).toBe("alarm");
    expect([level("waiting", null), level("contacts", 99)]).toEqual([null, null]);
  });

  it("raise an alert for each that is red, under the same name while it lasts", () => {
    const at = (seconds: number): string[] =>
      alertsOf(known, defaultThresholds, NOW + seconds * 1_000).map(({ key }) => key);
    expect(at(0)).toEqual([]);
    expect(at(61)).toEqual(["longest-wait:support"]);
    expect(at(1_200)).toEqual(["longest-wait:support", `time-in-state:${agent.id}`]);
  });
});
