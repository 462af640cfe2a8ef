import { describe, expect, it } from "vitest";
import { NetworkJudge } from "./networkJudge";
import { type NetworkReading, readNetwork } from "./networkReading";

const fine: NetworkReading = {
  packetsReceived: 0,
  packetsLost: 0,
  sendingLoss: 0,
  jitterMs: 2,
  sendingJitterMs: 3,
  rttMs: 20,
};
const take = (judge: NetworkJudge, part: Partial<NetworkReading>, times: number): boolean => {
  for (let time = 0; time < times; time++) judge.take({ ...fine, ...part });
  return judge.isBad;
};

describe("a network", () => {
  it.each<[string, Partial<NetworkReading>]>([
    ["loses what we send", { sendingLoss: 0.2 }],
    ["trembles", { sendingJitterMs: 80 }],
    ["is slow", { rttMs: 900 }],
  ])("that %s is bad after the third time in a row", (_, bad) => {
    const judge = new NetworkJudge();
    expect(take(judge, bad, 2)).toBe(false);
    expect(take(judge, {}, 1)).toBe(false);
    expect(take(judge, bad, 2)).toBe(false);
    expect(take(judge, bad, 1)).toBe(true);
  });

  it("is good again after the fourth good time in a row", () => {
    const judge = new NetworkJudge();
    take(judge, { rttMs: 900 }, 3);
    expect(take(judge, {}, 3)).toBe(true);
    expect(take(judge, { rttMs: 400 }, 1)).toBe(true); // Not bad, and not good either.
    expect(take(judge, {}, 3)).toBe(true);
    expect(take(judge, {}, 1)).toBe(false);
  });

  it("is judged by what was lost since the last time, not since the leg opened", () => {
    const judge = new NetworkJudge();
    judge.take({ ...fine, packetsReceived: 1_000, packetsLost: 500 });
    judge.take({ ...fine, packetsReceived: 1_250, packetsLost: 500 });
    expect(judge.figures.loss).toBe(0);
    judge.take({ ...fine, packetsReceived: 1_475, packetsLost: 525 });
    expect(judge.figures.loss).toBeCloseTo(0.1);
  });

  it("that is parked is judged by what the other end hears", () => {
    const judge = new NetworkJudge();
    take(judge, { jitterMs: 500, sendingJitterMs: null, sendingLoss: null }, 5);
    expect(judge.figures).toEqual({ loss: null, jitterMs: null, rttMs: 20 });
    expect(judge.isBad).toBe(false);
  });
});

describe("what a browser counts", () => {
  it("is read for the audio that comes and goes", () => {
    const reading = readNetwork(
      new Map([
        [
          "a",
          { type: "inbound-rtp", kind: "audio", packetsReceived: 9, packetsLost: 1, jitter: 0.01 },
        ],
        ["b", { type: "remote-inbound-rtp", kind: "audio", fractionLost: 0.25, jitter: 0.02 }],
        ["c", { type: "candidate-pair", state: "succeeded", currentRoundTripTime: 0.03 }],
      ]),
    );
    expect(reading).toEqual({
      packetsReceived: 9,
      packetsLost: 1,
      sendingLoss: 0.25,
      jitterMs: 10,
      sendingJitterMs: 20,
      rttMs: 30,
    });
  });

  it("may be nothing", () => {
    expect(readNetwork([])).toMatchObject({ packetsReceived: 0, sendingLoss: null, rttMs: null });
  });
});
