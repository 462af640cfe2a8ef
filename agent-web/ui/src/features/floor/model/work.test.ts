import { describe, expect, it } from "vitest";
import snapshotSaid from "../../../../../../tests/wire/floor-snapshot.json";
import type { FloorCaller, FloorSnapshot } from "../../../contracts/floor";
import { emptyFloor, type Floor, foldSnapshot } from "./floor";
import { noFilters } from "./view";
import { type WorkFilter, workCounts, workInView, workOf } from "./work";

// The golden file of the server: Aziza talks, and the same interaction still stands in its line.
const snapshot = snapshotSaid as unknown as FloorSnapshot;
const NOW = Date.parse(snapshot.serverNow);
const AZIZA = snapshot.agents[0]?.id ?? "";
const TALK = snapshot.callers[0]?.interactionId ?? "";
const known = foldSnapshot(emptyFloor, snapshot, NOW);

const caller = (id: string, part: Partial<FloorCaller> = {}): FloorCaller => ({
  interactionId: id,
  sequence: 1,
  kind: "call",
  queueId: "support",
  number: { kind: "known", shown: "+998935550102" },
  client: null,
  since: snapshot.serverNow,
  priority: 0,
  pointsGiven: 0,
  ...part,
});
const at = (seconds: number): string => new Date(NOW + seconds * 1_000).toISOString();
const withCallers = (...callers: FloorCaller[]): Floor => ({
  ...known,
  callers: new Map(callers.map((each) => [each.interactionId, each])),
});
const shown = (floor: Floor, filter: WorkFilter, text = "", me = "me"): string[] =>
  workInView(floor, filter, { ...noFilters, text }, me, NOW).map((item) => item.interactionId);

describe("the list of work", () => {
  it("holds who waits, in the order in which they go, and then who is served", () => {
    const floor = withCallers(
      caller("late", { since: at(-5) }),
      caller("early", { since: at(-60) }),
      caller("urgent", { since: at(-5), priority: 100 }),
    );
    expect(shown(floor, "all")).toEqual(["urgent", "early", "late", TALK]);
    expect(shown(floor, "queue")).toEqual(["urgent", "early", "late"]);
  });

  it("holds whoever is rung for once, with his agent", () => {
    const items = workOf(known, NOW);
    expect(items.map(({ interactionId }) => interactionId)).toEqual([TALK]);
    expect(items[0]).toMatchObject({ agentId: AZIZA, isWaiting: false, state: "connected" });
  });

  it("shows what is put off: call-backs in their turn and those for later", () => {
    const floor = withCallers(
      caller("call"),
      caller("turn", { kind: "callback" }),
      caller("later", { kind: "callback", dueAt: at(300) }),
    );
    expect(shown(floor, "postponed").sort()).toEqual(["later", "turn"]);
    expect(shown(floor, "queue").sort()).toEqual(["call", "turn"]);
    expect(workCounts(workOf(floor, NOW), "me")).toEqual({
      queue: 2,
      mine: 0,
      postponed: 2,
      all: 4,
    });
  });

  it("shows as mine what I have and what was given to me, for as long as that holds", () => {
    const given = { assignedTo: "me", assignedUntil: at(60) };
    expect(shown(withCallers(caller("given", given)), "mine")).toEqual(["given"]);
    const past = { assignedTo: "me", assignedUntil: at(-1) };
    expect(shown(withCallers(caller("given", past)), "mine")).toEqual([]);
    expect(shown(known, "mine", "", AZIZA)).toEqual([TALK]);
  });

  it("holds whoever is in a flow or outside, to be preferred only while he may come to a line", () => {
    const floor = withCallers(
      caller("flow", { place: "inFlow", queueId: "", through: "main" }),
      caller("outside", { place: "forwarded", through: "+998712000000" }),
      caller("waits"),
    );
    expect(shown(floor, "queue")).toEqual(["waits"]);
    expect(shown(floor, "all")).toEqual(["waits", "flow", "outside", TALK]);
    const [, flow, outside] = workOf(floor, NOW);
    expect(flow).toMatchObject({ state: "inFlow", isWaiting: false, mayBePreferred: true });
    expect(outside).toMatchObject({ state: "forwarded", isWaiting: false, mayBePreferred: false });
  });

  it("is searched by names and numbers", () => {
    const floor = withCallers(caller("stranger"));
    expect(shown(floor, "all", "93 555")).toEqual(["stranger"]);
    expect(shown(floor, "all", "юсупов")).toEqual([TALK]);
    expect(shown(floor, "all", "азиза")).toEqual([TALK]);
  });
});
