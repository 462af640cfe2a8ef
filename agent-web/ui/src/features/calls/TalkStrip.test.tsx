import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import sharedSaid from "../../../../../tests/wire/desk-event-call-shared.json";
import directorySaid from "../../../../../tests/wire/directory.json";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import { agentView } from "../../../test/fakeHub";
import { api } from "../../connection/api";
import type { CallView } from "../../contracts/hub";
import type { Directory } from "../../contracts/rest";
import { deskStore } from "../../desk/deskStore";
import { TalkStrip } from "./TalkStrip";

// The golden file of the server: a conference of four, a note that came along, a transfer in vain.
const shared = sharedSaid.call as unknown as CallView;
const AZIZA = "01970000000070008000000000000001";
const OUTSIDE = "number-2";

const open = (call: CallView) => {
  const state = workingState();
  const agent = agentView({ agentId: AZIZA, status: "talking", reason: null });
  deskStore.setState({ ...state, desk: { ...state.desk, agent, call } });
  const { desk, hub } = openDesk();
  hub.start();
  show(desk, <TalkStrip />);
  return hub;
};

beforeEach(() => {
  vi.spyOn(api, "directory").mockResolvedValue(directorySaid as unknown as Directory);
});

describe("a shared talk", () => {
  it("shows everybody with what he hears", () => {
    open(shared);
    expect(screen.getByTestId("party-client").dataset).toMatchObject({
      state: "talking",
      muted: "true",
    });
    expect(screen.getByTestId(`party-${AZIZA}`).textContent).toContain("Азиза Каримова");
    expect(screen.getByTestId(`party-${OUTSIDE}`).textContent).toContain("+998 71 123-45-67");
    expect(screen.getByTestId(`party-${OUTSIDE}`).dataset.state).toBe("held");
  });

  it("shows what the agent before has noted, and why a transfer failed", () => {
    open(shared);
    expect(screen.getByTestId("hand-over-note").textContent).toBe("Просит перевыпуск SIM");
    expect(screen.getByTestId("transfer").dataset).toMatchObject({
      state: "failed",
      failure: "agent-unavailable",
    });
    expect(screen.getByTestId("transfer").textContent).toContain("сотрудник уже занят");
  });

  it("says who is not heard as the page says, and whether it is tried again", () => {
    open(shared);
    expect(screen.getByTestId("trouble").textContent).toBe(
      "Станция не соединила клиента с тем, кому он передан. Пробуем ещё раз…",
    );
  });

  it("says what to do when nothing is tried any more", () => {
    const trouble = { arrangement: "swap", since: shared.arrivedAt, isTriedAgain: false } as const;
    open({ ...shared, trouble });
    expect(screen.getByTestId("trouble").textContent).toContain("повторите действие");
  });

  it("lets its owner silence the others and send them out, but not the client", async () => {
    const hub = open(shared);
    fireEvent.click(screen.getByTestId("party-mute-client"));
    await waitFor(() => expect(hub.sent).toHaveLength(1));
    await waitFor(() => expect(deskStore.getState().busy).toBeNull());
    fireEvent.click(screen.getByTestId(`party-remove-${OUTSIDE}`));
    await waitFor(() => expect(hub.sent).toHaveLength(2));
    expect(screen.queryByTestId("party-remove-client")).toBeNull();
    expect(screen.queryByTestId(`party-remove-${AZIZA}`)).toBeNull();
    expect(hub.sent).toMatchObject([
      { name: "MuteParty", rest: [shared.interactionId, "client", false] },
      { name: "RemoveParty", rest: [shared.interactionId, OUTSIDE] },
    ]);
  });

  it("lets nobody else do that", () => {
    open({ ...shared, isOwner: false });
    expect(screen.queryByTestId("party-mute-client")).toBeNull();
    expect(screen.queryByTestId(`party-remove-${OUTSIDE}`)).toBeNull();
  });
});
