import { beforeEach, describe, expect, it, vi } from "vitest";
import { workingState } from "../../test/deskDriver";
import { callView, FakeHub } from "../../test/fakeHub";
import { DeskCommands } from "./deskCommands";
import { deskStore } from "./deskStore";
import { isMuted } from "./selectors";
import { emptyDraft, keepDraft, readDraft } from "./wrapUpDraft";

const AGENT = "a".repeat(32);
const CALL = "1".repeat(32);
let hub: FakeHub;
let commands: DeskCommands;

beforeEach(() => {
  hub = new FakeHub();
  hub.start();
  commands = new DeskCommands(hub, deskStore);
  const state = workingState();
  deskStore.setState({ ...state, desk: { ...state.desk, call: callView() } });
});

describe("a command", () => {
  it("is repeated under the same id when the connection broke under it", async () => {
    hub.replies = [new Error("connection closed")];
    const answering = commands.answer(CALL);
    await Promise.resolve();
    await Promise.resolve();
    hub.start();
    expect(await answering).toBe(true);
    expect(hub.sent).toHaveLength(2);
    expect(hub.sent[0]?.commandId).toBe(hub.sent[1]?.commandId);
  });

  it("says why it was refused", async () => {
    hub.replies = [{ accepted: false, refusal: "notYours" }];
    expect(await commands.answer(CALL)).toBe(false);
    expect(deskStore.getState().refused).toMatchObject({ command: "Answer", refusal: "notYours" });
  });

  it("is sent once when the button is pressed twice", async () => {
    await Promise.all([commands.hangUp(CALL), commands.hangUp(CALL)]);
    expect(hub.names()).toEqual(["HangUp"]);
  });

  it("marks the moment of the answer for measurement", async () => {
    performance.clearMarks("answer-clicked");
    await commands.answer(CALL);
    expect(performance.getEntriesByName("answer-clicked")).toHaveLength(1);
  });
});

describe("a step that comes while the server moves legs", () => {
  const early = { accepted: false, refusal: "wrongState" } as const;
  const change = (interactionId = CALL): void =>
    deskStore.setState(({ desk }) => ({
      desk: { ...desk, call: callView({ interactionId, stage: "consulting" }) },
    }));

  it("is repeated once, after the call has changed, and the agent hears nothing of it", async () => {
    hub.replies = [early];
    const swapping = commands.swap(CALL);
    await vi.waitFor(() => expect(hub.sent).toHaveLength(1));
    change();
    expect(await swapping).toBe(true);
    expect(hub.names()).toEqual(["Swap", "Swap"]);
    expect(deskStore.getState().refused).toBeNull();
  });

  it("is repeated after a moment when nothing changes, and then said", async () => {
    hub.replies = [early, early];
    expect(await commands.merge(CALL)).toBe(false);
    expect(hub.names()).toEqual(["Merge", "Merge"]);
    expect(deskStore.getState().refused).toMatchObject({ refusal: "wrongState" });
  });

  it("is not repeated when the agent has another call by then", async () => {
    hub.replies = [early];
    const leaving = commands.leave(CALL);
    await vi.waitFor(() => expect(hub.sent).toHaveLength(1));
    change("2".repeat(32));
    expect(await leaving).toBe(false);
    expect(hub.names()).toEqual(["Leave"]);
  });
});

describe("mute", () => {
  it("works in the page while the server is away", async () => {
    await hub.stop();
    await commands.mute(CALL, true);
    expect(isMuted(deskStore.getState())).toBe(true);
    expect(hub.sent).toHaveLength(0);
  });

  it("goes back to what the server says when it is refused", async () => {
    hub.replies = [{ accepted: false, refusal: "wrongState" }];
    await commands.mute(CALL, true);
    expect(isMuted(deskStore.getState())).toBe(false);
  });
});

describe("the result of a call", () => {
  it("stays on this computer until the server has it", async () => {
    deskStore.setState(({ desk }) => ({
      desk: { ...desk, call: callView({ stage: "wrapping-up" }) },
    }));
    const draft = { ...emptyDraft(CALL, "Тимур"), note: "перезвонить" };
    keepDraft(AGENT, draft);
    hub.replies = [{ accepted: false, refusal: "wrongState" }];
    await commands.recordWrapUp(AGENT, CALL, draft, null);
    expect(readDraft(AGENT, CALL)?.note).toBe("перезвонить");

    await commands.recordWrapUp(AGENT, CALL, draft, null);
    expect(readDraft(AGENT, CALL)).toBeNull();
  });
});
