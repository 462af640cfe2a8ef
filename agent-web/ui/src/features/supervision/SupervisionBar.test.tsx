import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import { agentView, callView } from "../../../test/fakeHub";
import { superviseActions } from "../../actions/supervise";
import { api } from "../../connection/api";
import { Problem } from "../../connection/restClient";
import { deskStore } from "../../desk/deskStore";
import { useHotkeys } from "../frame/useHotkeys";
import { SupervisionBar } from "./SupervisionBar";
import { useSuperviseRefusals } from "./useSupervise";

const talk = "1".repeat(32);

const Page = () => {
  useHotkeys(superviseActions, () => {});
  useSuperviseRefusals();
  return <SupervisionBar />;
};

const press = (letter: string): boolean =>
  fireEvent.keyDown(document.body, { code: `Key${letter}`, key: letter, altKey: true });

beforeEach(() => {
  vi.restoreAllMocks();
  const state = workingState();
  const supervision = {
    interactionId: talk,
    agentId: "d".repeat(32),
    mode: "listen",
    call: callView(),
  } as const;
  const agent = agentView({ status: "ready", reason: null, supervision });
  deskStore.setState({ ...state, desk: { ...state.desk, agent } });
  show(openDesk().desk, <Page />);
});

describe("a supervisor in a talk", () => {
  it("reads every key where he would click", () => {
    const keys = [...document.querySelectorAll("kbd")].map(({ textContent }) => textContent);
    expect(keys).toEqual(["Alt+U", "Alt+Y", "Alt+B", "Alt+T", "Alt+V"]);
  });

  it("whispers and leaves by keys", async () => {
    const supervise = vi.spyOn(api, "supervise").mockResolvedValue();
    const stop = vi.spyOn(api, "stopSupervising").mockResolvedValue();
    press("Y");
    await waitFor(() => expect(supervise).toHaveBeenCalledWith(talk, "whisper"));
    await waitFor(() => expect(deskStore.getState().superviseBusy).toBeNull());
    press("V");
    await waitFor(() => expect(stop).toHaveBeenCalledOnce());
  });

  it("is asked before he takes the talk over, and says yes with the same key", async () => {
    const takeOver = vi.spyOn(api, "takeOver").mockResolvedValue();
    press("T");
    expect(await screen.findByTestId("take-over-sure")).toBeTruthy();
    expect(takeOver).not.toHaveBeenCalled();
    press("T");
    await waitFor(() => expect(takeOver).toHaveBeenCalledWith(talk));
    expect(deskStore.getState().takeOverAsked).toBeNull();
  });

  it("is told in words what was refused", async () => {
    const refusal = new Problem("not-possible-now", 409);
    vi.spyOn(api, "supervise").mockRejectedValue(refusal);
    await act(async () => void press("B"));
    expect(await screen.findByText(/Сейчас это невозможно/)).toBeTruthy();
  });
});
