import { act } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import { callView } from "../../../test/fakeHub";
import { type DeskState, deskStore } from "../../desk/deskStore";
import { PreflightAtSignIn } from "./PreflightAtSignIn";

const isOpen = (): boolean => deskStore.getState().isAudioSetupOpen;
const pass = (ms: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const become = (part: Partial<DeskState>): void => act(() => deskStore.setState(part));
const talk = (call: ReturnType<typeof callView> | null): void =>
  become({ desk: { ...deskStore.getState().desk, call } });
const signIn = (part: Partial<DeskState> = {}): void => {
  deskStore.setState({ ...workingState(), isAudioSetupOpen: false, ...part });
  show(openDesk().desk, <PreflightAtSignIn />);
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response("", { status: 200 })),
  );
  for (const name of ["RTCPeerConnection", "AudioContext", "WebSocket"]) vi.stubGlobal(name, {});
  vi.stubGlobal("navigator", { ...navigator, mediaDevices: {} });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the check at sign-in", () => {
  it("shows nothing when nothing is wrong, nor when something breaks later", async () => {
    signIn();
    await pass(20_000);
    expect(isOpen()).toBe(false);
    become({ registration: "away" });
    await pass(20_000);
    expect(isOpen()).toBe(false);
  });

  it("opens the set-up when something stays bad, once", async () => {
    signIn({ registration: "away" });
    await pass(5_000);
    expect(isOpen()).toBe(false);
    await pass(5_000);
    expect(isOpen()).toBe(true);
    become({ isAudioSetupOpen: false });
    await pass(20_000);
    expect(isOpen()).toBe(false);
  });

  it("is patient with what comes up late", async () => {
    signIn({ registration: "away" });
    await pass(5_000);
    become({ registration: "registered" });
    await pass(20_000);
    expect(isOpen()).toBe(false);
  });

  it("waits for the end of a call", async () => {
    signIn({ microphone: { kind: "problem", problem: "denied" } });
    talk(callView());
    await pass(30_000);
    expect(isOpen()).toBe(false);
    talk(null);
    await pass(1_000);
    expect(isOpen()).toBe(true);
  });
});
