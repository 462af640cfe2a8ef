import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import directorySaid from "../../../../../tests/wire/directory.json";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import { agentView, callView } from "../../../test/fakeHub";
import { transferCall } from "../../actions/transferCall";
import type { Directory, DirectoryChange } from "../../contracts/rest";
import { foldDesk, foldLinkLost } from "../../desk/desk";
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
  deskStore.setState({ ...state, desk: { ...state.desk, agent, call: callView(), directory } });
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
const tell = (part: Partial<DirectoryChange>): void => {
  const change = { agents: null, agentsGone: null, queues: null, skills: null, ...part };
  act(() =>
    deskStore.setState(({ desk }) => ({
      desk: foldDesk(desk, { sequence: desk.sequence + 1, type: "directoryChanged", change }),
    })),
  );
};
const enter = (): void => {
  fireEvent.keyDown(search(), { key: "Enter" });
};

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
    open();
    const row = await screen.findByTestId(`reach-agent-${BOBUR}`);
    expect(row.dataset.status).toBe("ready");
    const silent = { ...bobur, groups: [], status: null, since: null, available: false };
    tell({ agents: [silent] });
    expect(screen.getByTestId(`reach-agent-${BOBUR}`).dataset.status).toBe("unknown");
    expect(screen.getByTestId(`reach-agent-${BOBUR}`).textContent).toContain("неизвестно");
    tell({ agentsGone: [BOBUR] });
    expect(screen.queryByTestId(`reach-agent-${BOBUR}`)).toBeNull();
  });

  it("says that the list is old while the link is away", async () => {
    open();
    await screen.findByTestId(`reach-agent-${BOBUR}`);
    act(() => deskStore.setState(({ desk }) => ({ desk: foldLinkLost(desk) })));
    expect(screen.getByTestId("reach").textContent).toContain("Список не обновляется");
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
