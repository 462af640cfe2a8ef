import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import directorySaid from "../../../../../tests/wire/directory.json";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import { agentView, callView } from "../../../test/fakeHub";
import { transferCall } from "../../actions/transferCall";
import { api } from "../../connection/api";
import type { Directory } from "../../contracts/rest";
import { deskStore } from "../../desk/deskStore";
import { ReachDialog } from "./ReachDialog";

// The golden file of the server, with a colleague who can answer.
const said = directorySaid as unknown as Directory;
const BOBUR = "b".repeat(32);
const bobur = {
  id: BOBUR,
  name: "Бобур Рахимов",
  status: "ready",
  reason: null,
  since: "2026-07-14T09:30:15Z",
  available: true,
  skills: {},
  groups: [],
} as const;
const directory: Directory = { ...said, agents: [...said.agents, { ...bobur, groups: [] }] };
const CALL = "1".repeat(32);

const open = () => {
  const { desk, hub } = openDesk();
  hub.start();
  const state = workingState();
  const agent = agentView({ status: "talking", reason: null });
  deskStore.setState({ ...state, desk: { ...state.desk, agent, call: callView() } });
  show(desk, <ReachDialog />);
  act(() => {
    const availability = transferCall.availability(deskStore.getState());
    if (availability.kind === "available") availability.run(desk.commands);
  });
  return { desk, hub };
};
const search = (): HTMLElement => screen.getByTestId("reach-search");
const type = (text: string): void => {
  fireEvent.change(search(), { target: { value: text } });
};
const enter = (): void => {
  fireEvent.keyDown(search(), { key: "Enter" });
};

beforeEach(() => {
  vi.spyOn(api, "directory").mockResolvedValue(directory);
});

describe("handing a call on", () => {
  it("takes a key, a few letters and Enter, and says the note", async () => {
    const { hub } = open();
    await screen.findByTestId(`reach-agent-${BOBUR}`);
    type("боб");
    fireEvent.change(screen.getByTestId("reach-note"), { target: { value: " перевыпуск SIM " } });
    enter();
    await waitFor(() => expect(deskStore.getState().reach).toBeNull());
    expect(hub.sent).toMatchObject([
      { name: "Transfer", rest: [CALL, { kind: "agent", id: BOBUR }, "перевыпуск SIM"] },
    ]);
  });

  it("goes to a queue, found with the arrows", async () => {
    const { hub } = open();
    await screen.findByTestId("reach-queue-support");
    fireEvent.keyDown(search(), { key: "ArrowDown" });
    enter();
    await waitFor(() => expect(hub.sent).toHaveLength(1));
    expect(hub.sent[0]?.rest[1]).toEqual({ kind: "queue", id: "support" });
  });

  it("goes to whoever has a skill, typed and carried out by keyboard alone", async () => {
    const { hub } = open();
    const row = await screen.findByTestId("reach-skill-uzbek");
    expect(row.textContent).toContain("готовы: 2 · в системе: 5");
    expect(screen.getByTestId("reach-list").textContent).toContain("Навыки");
    type("узбек");
    enter();
    await waitFor(() => expect(hub.sent).toHaveLength(1));
    expect(hub.sent[0]?.rest[1]).toEqual({ kind: "skill", id: "uzbek" });
  });

  it("goes to whoever has a skill well enough", async () => {
    const { hub } = open();
    fireEvent.click(await screen.findByTestId("reach-skill-uzbek"));
    fireEvent.mouseDown(screen.getByRole("combobox", { name: "Уровень навыка" }));
    fireEvent.click(await screen.findByText(/Уровень от 5/));
    fireEvent.click(screen.getByTestId("reach-go"));
    await waitFor(() => expect(hub.sent).toHaveLength(1));
    expect(hub.sent[0]?.rest[1]).toEqual({ kind: "skill", id: "uzbek", level: 5 });
  });

  it("goes to a number as it was typed", async () => {
    const { hub } = open();
    type("90 123-45-67");
    enter();
    await waitFor(() => expect(hub.sent).toHaveLength(1));
    expect(hub.sent[0]?.rest[1]).toEqual({ kind: "number", id: "90 123-45-67" });
  });

  it("stays open and says why when it is refused", async () => {
    const { hub } = open();
    hub.replies = [{ accepted: false, refusal: "otherUnavailable" }];
    await screen.findByTestId(`reach-agent-${BOBUR}`);
    type("боб");
    enter();
    expect((await screen.findByTestId("refusal")).textContent).toContain("не может ответить");
    expect(screen.getByTestId("reach")).toBeDefined();
  });

  it("becomes asking a colleague, with no queues to ask", async () => {
    const { desk } = open();
    await screen.findByTestId("reach-queue-support");
    act(() => desk.commands.openReach("consult"));
    expect(screen.getByTestId("reach").dataset.reach).toBe("consult");
    expect(screen.queryByTestId("reach-queue-support")).toBeNull();
  });
});
