import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDesk } from "../../test/deskDriver";
import { callView, type FakeHub } from "../../test/fakeHub";
import type { DeskSession } from "./deskSession";
import { deskStore } from "./deskStore";
import { emptyDraft, keepDraft, readDraft } from "./wrapUpDraft";

const NOW = Date.parse("2026-01-01T12:00:00Z");
let desk: DeskSession;
let hub: FakeHub;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  ({ desk, hub } = openDesk());
  desk.start();
  await vi.advanceTimersByTimeAsync(1);
});
afterEach(async () => {
  await desk.stop();
  vi.useRealTimers();
});

describe("a desk", () => {
  it("knows agent and call after a snapshot", () => {
    expect(deskStore.getState().desk).toMatchObject({ needsSnapshot: false, sequence: 0 });
  });

  it("takes a snapshot after a gap", async () => {
    hub.sequence = 7;
    hub.call = callView();
    hub.become({ status: "talking", reason: null });
    await vi.advanceTimersByTimeAsync(1);
    expect(deskStore.getState().desk).toMatchObject({ sequence: 8, needsSnapshot: false });
    expect(deskStore.getState().desk.call).not.toBeNull();
  });

  it("shows the same call after the server was away", async () => {
    hub.callIs(callView());
    await hub.stop();
    expect(deskStore.getState().desk.call?.interactionId).toBe(callView().interactionId);
    hub.start();
    await vi.advanceTimersByTimeAsync(1);
    expect(deskStore.getState().desk.call?.connectedAt).toBe(callView().connectedAt);
  });

  it("asks for its colleagues anew after a gap, while it looks at them", async () => {
    hub.become({ status: "ready", reason: null });
    desk.commands.openReach("call");
    await vi.advanceTimersByTimeAsync(1);
    expect(deskStore.getState().desk.directory?.queues).toEqual([]);
    const support = { id: "support", name: "", waiting: 1, agents: 1, estimatedWaitSeconds: null };
    hub.directory = { ...hub.directory, queues: [support] };
    hub.sequence += 5;
    hub.become({ reason: null });
    await vi.advanceTimersByTimeAsync(1);
    expect(deskStore.getState().desk).toMatchObject({
      needsSnapshot: false,
      directory: { queues: [support] },
    });
  });

  it("is told of colleagues while it looks at them, and no longer", async () => {
    hub.become({ status: "ready", reason: null });
    desk.commands.openReach("call");
    expect(hub.isWatched).toBe(true);
    desk.commands.openReach(null);
    expect(hub.isWatched).toBe(false);
    expect(deskStore.getState().desk.directory).toBeNull();
  });

  it("tells a returning server that the microphone was muted meanwhile", async () => {
    hub.callIs(callView());
    await hub.stop();
    await desk.commands.mute(callView().interactionId, true);
    hub.start();
    await vi.advanceTimersByTimeAsync(1);
    expect(hub.sent.at(-1)).toMatchObject({ name: "Mute", rest: [callView().interactionId, true] });
  });

  it("puts the audio set-up away when a call is offered, and lets the agent have it in the talk", () => {
    expect(deskStore.getState().isAudioSetupOpen).toBe(true);
    hub.callIs(callView({ stage: "offered" }));
    expect(deskStore.getState().isAudioSetupOpen).toBe(false);
    hub.callIs(callView());
    desk.commands.openAudioSetup(true);
    hub.callIs(callView({ stage: "held" }));
    expect(deskStore.getState().isAudioSetupOpen).toBe(true);
  });

  it("says that there is no microphone on a page that may not have one", () => {
    expect(deskStore.getState().microphone).toEqual({ kind: "problem", problem: "insecure" });
    expect(hub.sent).toContainEqual(
      expect.objectContaining({ name: "ReportMicrophone", rest: [false] }),
    );
  });

  it("records what was typed when wrap-up runs out", async () => {
    const call = callView({ stage: "wrapping-up" });
    const { agentId } = hub.agent;
    keepDraft(agentId, { ...emptyDraft(call.interactionId, ""), note: "обещали пересчёт" });
    hub.callIs(call);
    const until = new Date(NOW + 10_000).toISOString();
    hub.become({ status: "wrapUp", reason: null, until, nextReason: "lunch" });

    await vi.advanceTimersByTimeAsync(8_000);
    expect(hub.names()).not.toContain("RecordWrapUp");
    await vi.advanceTimersByTimeAsync(1_500);
    expect(hub.sent.at(-1)).toMatchObject({
      name: "RecordWrapUp",
      rest: [call.interactionId, { topic: null, result: null, note: "обещали пересчёт" }, "lunch"],
    });
    expect(readDraft(agentId, call.interactionId)).toBeNull();
  });

  it("tells the server of signs of life, rarely, and only while it counts on them", async () => {
    document.dispatchEvent(new Event("pointermove"));
    hub.become({ status: "ready", reason: null, inactivityMinutes: 10 });
    for (let second = 0; second < 60; second++) {
      document.dispatchEvent(new Event("pointermove"));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(hub.names().filter((name) => name === "ReportActivity")).toHaveLength(3);

    hub.become({ status: "talking" });
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
    expect(hub.names().filter((name) => name === "ReportActivity")).toHaveLength(3);
  });

  it("says what it measures once between two calls, and again to a server that was away", async () => {
    const reports = (): unknown[] => hub.sent.filter(({ name }) => name === "ReportQuality");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reports()).toHaveLength(1);
    expect(reports()[0]).toMatchObject({
      rest: [{ microphoneSilent: false, networkBad: false, loss: null }],
    });

    hub.become({ status: "talking", reason: null });
    await hub.stop();
    await vi.advanceTimersByTimeAsync(2_000);
    hub.start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reports()).toHaveLength(1);
    hub.become({ status: "ready" });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reports()).toHaveLength(2);
  });

  it("closes when the agent works in another page", async () => {
    hub.onEvent({ sequence: 1, type: "signedOut", reason: "otherPage" });
    await vi.advanceTimersByTimeAsync(1);
    expect(deskStore.getState().desk.signedOut).toBe("otherPage");
    expect(hub.link.get().kind).toBe("away");
  });
});
