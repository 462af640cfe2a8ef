import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import agentSaid from "../../../../../tests/wire/desk-event-agent-changed.json";
import directorySaid from "../../../../../tests/wire/directory.json";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import { agentView } from "../../../test/fakeHub";
import { api } from "../../connection/api";
import type { AgentView } from "../../contracts/hub";
import type { Directory } from "../../contracts/rest";
import { deskStore } from "../../desk/deskStore";
import { NoCall } from "./NoCall";

const open = (agent: AgentView) => {
  const state = workingState();
  deskStore.setState({ ...state, desk: { ...state.desk, agent } });
  const { desk, hub } = openDesk();
  hub.start();
  show(desk, <NoCall />);
  return { desk, hub };
};
const field = (): HTMLElement => screen.getByTestId("dial-number");

beforeEach(() => {
  vi.spyOn(api, "directory").mockResolvedValue(directorySaid as unknown as Directory);
});

describe("an agent without a call", () => {
  it("dials a number as he typed it, with Enter", async () => {
    const { desk, hub } = open(agentView({ reason: "break" }));
    act(() => desk.commands.focusDial());
    expect(document.activeElement).toBe(field());
    fireEvent.change(field(), { target: { value: "90 123-45-67" } });
    fireEvent.keyDown(field(), { key: "Enter" });
    await waitFor(() => expect(hub.sent).toHaveLength(1));
    expect(hub.sent[0]).toMatchObject({ name: "Dial", rest: ["90 123-45-67"] });
  });

  it("is told in words whom he did not reach and why, and calls again", async () => {
    const { hub } = open(agentSaid.agent as unknown as AgentView);
    expect(screen.getByTestId("failed-dial").textContent).toContain("+998 71 123-45-67 — занято");
    fireEvent.click(screen.getByTestId("call-again"));
    await waitFor(() => expect(hub.sent).toHaveLength(1));
    expect(hub.sent[0]).toMatchObject({ name: "Dial", rest: ["+998711234567"] });
  });

  it("is told in words that the client has hung up, also when he wraps nothing up", () => {
    open(agentSaid.agent as unknown as AgentView);
    expect(screen.getByTestId("ended-talk").textContent).toBe(
      "Клиент положил трубку, разговор закончен",
    );
  });

  it.each([
    ["internal", "agent-hung-up", "Коллега положил трубку"],
    ["call", "taken-over", "Супервизор забрал разговор себе: клиент теперь у него"],
    ["call", "handed-on", "Ваше участие закончено, разговор продолжают без вас"],
    ["call", "ended-while-away", "Разговор закончен: Завершён без связи с сервером"],
  ] as const)("is told how a talk of kind %s ended: %s", (kind, ending, words) => {
    const endedTalk = { interactionId: "1".repeat(32), kind, ending, at: "2026-07-14T09:30:15Z" };
    open(agentView({ endedTalk }));
    expect(screen.getByTestId("ended-talk").textContent).toBe(words);
  });

  it("can call nobody in wrap-up", () => {
    open(agentView({ status: "wrapUp", reason: null }));
    expect(screen.queryByTestId("dial-number")).toBeNull();
  });
});
