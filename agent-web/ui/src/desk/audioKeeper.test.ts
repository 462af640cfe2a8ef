import { describe, expect, it } from "vitest";
import { workingState } from "../../test/deskDriver";
import { agentView } from "../../test/fakeHub";
import { nextAudioStep } from "./audioKeeper";

const NOW = 100_000;
const noLeg = { audioSession: { kind: "none" } } as const;
const upSince = (since: number) => ({ audioSession: { kind: "up", since } }) as const;
const closed = workingState().desk;
const serverSaysClosed = { desk: { ...closed, agent: agentView({ audio: "closed" }) } };

describe("the audio leg", () => {
  it("is asked for once everything is there", () => {
    expect(nextAudioStep(workingState(noLeg), NOW, null)).toBe("ask");
  });

  it("is not asked for again while the server is calling", () => {
    expect(nextAudioStep(workingState(noLeg), NOW, NOW - 1_000)).toBe("wait");
    expect(nextAudioStep(workingState(noLeg), NOW, NOW - 5_000)).toBe("ask");
  });

  it("waits for server, telephone and microphone", () => {
    const away = { kind: "away", since: 0, attempts: 1 } as const;
    const denied = { kind: "problem", problem: "denied" } as const;
    for (const part of [
      { link: away },
      { registration: "away" as const },
      { microphone: denied },
    ]) {
      expect(nextAudioStep(workingState({ ...noLeg, ...part }), NOW, null)).toBe("wait");
    }
  });

  it("stays as it is while it is up, also when only the server was away", () => {
    expect(nextAudioStep(workingState(upSince(0)), NOW, null)).toBe("wait");
  });

  it("is opened anew when the server has lost it, but not before the news could arrive", () => {
    const early = workingState({ ...upSince(NOW - 1_000), ...serverSaysClosed });
    const late = workingState({ ...upSince(NOW - 9_000), ...serverSaysClosed });
    expect(nextAudioStep(early, NOW, null)).toBe("wait");
    expect(nextAudioStep(late, NOW, null)).toBe("hang-up-and-ask");
  });
});
