import { describe, expect, it } from "vitest";
import { agentView } from "../../test/fakeHub";
import { type DeskState, initialDeskState } from "./deskStore";
import { troubleOf } from "./selectors";

const connected = (): DeskState => ({
  ...initialDeskState(),
  link: { kind: "online" },
  microphone: { kind: "works" } as DeskState["microphone"],
  registration: "registered",
});
const notReadyFor = (reason: string | null): DeskState => {
  const state = connected();
  return { ...state, desk: { ...state.desk, agent: agentView({ status: "notReady", reason }) } };
};

describe("what the top line says", () => {
  it.each(["no-answer", "page-closed", "audio-lost", "inactive"])(
    "tells an agent that calls passed him by: %s",
    (reason) => {
      expect(troubleOf(notReadyFor(reason), true)).toEqual({ kind: "passedOver", reason });
    },
  );

  it.each(["lunch", null])("is calm about what he chose himself: %s", (reason) => {
    expect(troubleOf(notReadyFor(reason), true)).toBeNull();
  });

  it.each(["microphone-silent", "network-bad", "over-occupancy", "channel-full"])(
    "tells a ready agent why he is offered nobody: %s",
    (obstacle) => {
      const state = connected();
      const agent = agentView({ status: "ready", reason: null, obstacle });
      expect(troubleOf({ ...state, desk: { ...state.desk, agent } }, true)).toEqual({
        kind: "withheld",
        obstacle,
      });
    },
  );

  it("counts the offers he has missed while he may still make up for them", () => {
    const state = connected();
    const agent = agentView({ status: "ready", reason: null, unansweredInARow: 2 });
    expect(troubleOf({ ...state, desk: { ...state.desk, agent } }, true)).toEqual({
      kind: "missedOffer",
      count: 2,
    });
  });

  it("speaks of the network first", () => {
    expect(troubleOf(notReadyFor("no-answer"), false)).toEqual({ kind: "network" });
  });
});
