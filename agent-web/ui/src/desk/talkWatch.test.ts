import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { workingState } from "../../test/deskDriver";
import { callView } from "../../test/fakeHub";
import type { Moment, SilenceMeter } from "../audio/silence";
import type { NetworkReading } from "../connection/networkReading";
import type { CallView, TalkQuality } from "../contracts/hub";
import type { DeskState, TalkNow } from "./deskStore";
import { TalkWatch } from "./talkWatch";

const SECOND = 1_000;

class Scene {
  call: CallView | null = callView({ stage: "connected" });
  moment: Moment = "sound";
  shown: TalkNow | null = null;
  readonly kept: [string, TalkQuality][] = [];
  private packets = 0;
  private lost = 0;
  readonly watch = new TalkWatch(
    {
      state: (): DeskState => {
        const state = workingState();
        return { ...state, desk: { ...state.desk, call: this.call } };
      },
      readNetwork: async (): Promise<NetworkReading> => {
        this.packets += 150 - this.lossNow;
        this.lost += this.lossNow;
        return {
          packetsReceived: this.packets,
          packetsLost: this.lost,
          sendingLoss: 0,
          jitterMs: 4,
          sendingJitterMs: 5,
          rttMs: 40,
        };
      },
      show: (now) => {
        this.shown = now;
      },
      keep: async (id, quality) => this.kept.push([id, quality]),
    },
    { listen: () => this.moment } as SilenceMeter,
  );
  lossNow = 0;
}

let scene: Scene;
const passes = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * SECOND);

beforeEach(() => {
  vi.useFakeTimers();
  scene = new Scene();
  scene.watch.start();
});
afterEach(() => {
  scene.watch.stop();
  vi.useRealTimers();
});

describe("while the agent talks", () => {
  it("shows how well he is heard, and keeps the sum when the talk is over", async () => {
    await passes(9);
    expect(scene.shown).toMatchObject({ loss: 0, jitterMs: 5, rttMs: 40, isSilent: false });
    expect(scene.shown?.mos).toBeGreaterThan(4.3);

    scene.call = callView({ stage: "wrapping-up" });
    await passes(1);
    expect(scene.shown).toBeNull();
    expect(scene.kept).toHaveLength(1);
    expect(scene.kept[0]).toMatchObject([
      callView().interactionId,
      { seconds: 9, loss: 0, jitterMs: 5, rttMs: 40, microphoneSilent: false },
    ]);
  });

  it("remembers the worst of it", async () => {
    await passes(6);
    scene.lossNow = 15; // A tenth.
    await passes(3);
    scene.lossNow = 0;
    await passes(6);
    scene.watch.stop();
    const quality = scene.kept[0]?.[1];
    expect(quality?.mosLeast).toBeLessThan(3.6);
    expect(quality?.mos).toBeGreaterThan(quality?.mosLeast ?? 0);
    expect(quality?.loss).toBeCloseTo(0.02, 3);
  });

  it("warns of a microphone that hears nothing, and no more when it does", async () => {
    scene.moment = "zeros";
    await passes(7);
    expect(scene.shown?.isSilent).toBe(false);
    await passes(3);
    expect(scene.shown?.isSilent).toBe(true);
    scene.moment = "sound";
    await passes(1);
    expect(scene.shown?.isSilent).toBe(false);
    scene.watch.stop();
    expect(scene.kept[0]?.[1].microphoneSilent).toBe(true);
  });

  it("does not call a muted microphone silent", async () => {
    scene.call = callView({ stage: "connected", isMuted: true });
    scene.moment = "zeros";
    await passes(30);
    expect(scene.shown?.isSilent).toBe(false);
  });

  it("measures nothing on hold, and begins anew with the next call", async () => {
    scene.call = callView({ stage: "held" });
    await passes(9);
    expect(scene.shown).toBeNull();
    scene.call = callView({ stage: "connected" });
    await passes(6);
    scene.call = callView({
      stage: "connected",
      interactionId: "0197aaaa00007000800000000000000b",
    });
    await passes(6);
    scene.watch.stop();
    expect(scene.kept.map(([id]) => id)).toEqual([
      callView().interactionId,
      "0197aaaa00007000800000000000000b",
    ]);
  });
});
