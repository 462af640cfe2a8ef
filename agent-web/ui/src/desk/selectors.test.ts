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
  it.each(["no-answer", "page-closed", "audio-lost"])(
    "tells an agent that calls passed him by: %s",
    (reason) => {
      expect(troubleOf(notReadyFor(reason), true)).toEqual({ kind: "passedOver", reason });
    },
  );

  it.each(["lunch", null])("is calm about what he chose himself: %s", (reason) => {
    expect(troubleOf(notReadyFor(reason), true)).toBeNull();
  });

  it("speaks of the network first", () => {
    expect(troubleOf(notReadyFor("no-answer"), false)).toEqual({ kind: "network" });
  });
});
