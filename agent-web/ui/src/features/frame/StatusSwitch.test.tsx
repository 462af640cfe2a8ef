import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import { agentView } from "../../../test/fakeHub";
import { deskStore } from "../../desk/deskStore";
import { StatusSwitch } from "./StatusSwitch";

const onBreak = (limitAt: string | null): HTMLElement => {
  const state = workingState();
  const agent = agentView({ status: "notReady", reason: "break", limitAt });
  deskStore.setState({ ...state, desk: { ...state.desk, agent } });
  show(openDesk().desk, <StatusSwitch />);
  return screen.getByTestId("status");
};

describe("the state of an agent", () => {
  it("turns visibly over its limit when that has passed", () => {
    const pill = onBreak(new Date(Date.now() - 1_000).toISOString());
    expect(pill.dataset.overLimit).toBe("true");
    expect(pill.className).toContain("is-over-limit");
  });

  it.each([null, new Date(Date.now() + 60_000).toISOString()])("is calm before: %s", (limitAt) => {
    expect(onBreak(limitAt).dataset.overLimit).toBe("false");
  });
});
