import { describe, expect, it } from "vitest";
import { workingState } from "../../test/deskDriver";
import { agentView, callView } from "../../test/fakeHub";
import type { AgentView, CallView } from "../contracts/hub";
import { disagreesOnAudio, nextAudioStep } from "./audioKeeper";
import type { DeskState } from "./deskStore";

const NOW = 100_000;
const never = { askedAt: null, disagreedSince: null };
const noLeg = { audioSession: { kind: "none" } } as const;

const withAudio = (
  audio: AgentView["audio"],
  call: CallView | null,
  part: Partial<DeskState> = {},
): DeskState => {
  const state = workingState(part);
  return { ...state, desk: { ...state.desk, agent: agentView({ audio }), call } };
};

describe("the audio leg", () => {
  it("is asked for once everything is there", () => {
    expect(nextAudioStep(workingState(noLeg), NOW, never)).toBe("ask");
  });

  it("is not asked for again while the server is calling", () => {
    const asked = (ago: number) => ({ ...never, askedAt: NOW - ago });
    expect(nextAudioStep(workingState(noLeg), NOW, asked(1_000))).toBe("wait");
    expect(nextAudioStep(workingState(noLeg), NOW, asked(6_000))).toBe("ask");
  });

  it("waits for server, telephone and microphone", () => {
    const away = { kind: "away", since: 0, attempts: 1 } as const;
    const denied = { kind: "problem", problem: "denied" } as const;
    for (const part of [
      { link: away },
      { registration: "away" as const },
      { microphone: denied },
    ]) {
      expect(nextAudioStep(workingState({ ...noLeg, ...part }), NOW, never)).toBe("wait");
    }
  });

  it("is left alone while both sides call it up", () => {
    const state = withAudio("open", callView());
    expect(disagreesOnAudio(state)).toBe(false);
    expect(nextAudioStep(state, NOW, never)).toBe("wait");
  });

  it("survives a restart of the server, which calls it closed until it has looked at the PBX", () => {
    const state = withAudio("closed", callView());
    expect(disagreesOnAudio(state)).toBe(true);
    expect(nextAudioStep(state, NOW, { ...never, disagreedSince: NOW - 5_000 })).toBe("wait");
  });

  it("is opened anew when the server keeps calling it closed", () => {
    const state = withAudio("closed", null);
    const moments = { ...never, disagreedSince: NOW - 11_000 };
    expect(nextAudioStep(state, NOW, moments)).toBe("hang-up-and-ask");
  });

  it("is opened anew at once when the browser hears nothing either", () => {
    const dead = { audioSession: { kind: "up", isFlowing: false } } as const;
    const moments = { ...never, disagreedSince: NOW - 2_000 };
    expect(nextAudioStep(withAudio("closed", null, dead), NOW, moments)).toBe("hang-up-and-ask");
    expect(nextAudioStep(withAudio("open", null, dead), NOW, never)).toBe("wait");
  });

  it("is opened anew at once when the server has seen that the talk lost it", () => {
    const state = withAudio("closed", callView({ audioLostSince: "2026-01-01T00:00:09Z" }));
    const moments = { ...never, disagreedSince: NOW - 2_000 };
    expect(nextAudioStep(state, NOW, moments)).toBe("hang-up-and-ask");
  });
});
