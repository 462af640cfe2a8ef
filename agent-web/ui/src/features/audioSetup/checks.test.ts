import { describe, expect, it } from "vitest";
import { type Check, checksOf, missingIn, type Place } from "./checks";

const fine: Place = {
  missing: [],
  isServerOnline: true,
  roundTripMs: 12.3,
  registration: "registered",
  session: { kind: "up", isFlowing: true },
  isAudioOpen: true,
  pathWaitMs: 0,
  microphone: "works",
  isHeard: true,
};
const stateOf = (id: Check["id"], place: Partial<Place>) =>
  checksOf({ ...fine, ...place }).find((check) => check.id === id)?.state;

describe("the check before the first call", () => {
  it("is good in all its lines when nothing is wrong", () => {
    expect(checksOf(fine).map(({ state }) => state)).toEqual(Array(5).fill("good"));
    expect(checksOf(fine)[1]?.values).toEqual({ ms: 13 });
  });

  it.each<[Check["id"], Partial<Place>, string]>([
    ["browser", { missing: ["WebRTC"] }, "bad"],
    ["server", { roundTripMs: null }, "waiting"],
    ["server", { roundTripMs: 800 }, "poor"],
    ["server", { isServerOnline: false, roundTripMs: 12 }, "bad"],
    ["telephone", { registration: "registering" }, "waiting"],
    ["telephone", { registration: "away" }, "bad"],
    ["path", { session: { kind: "answering" }, isAudioOpen: false, pathWaitMs: 2_000 }, "waiting"],
    ["path", { session: { kind: "none" }, isAudioOpen: false, pathWaitMs: 11_000 }, "bad"],
    ["path", { isAudioOpen: false, registration: "away", pathWaitMs: 60_000 }, "waiting"],
    ["microphone", { microphone: "asking" }, "waiting"],
    ["microphone", { isHeard: false }, "waiting"],
    ["microphone", { microphone: "problem" }, "bad"],
  ])("says of %s with %o: %s", (id, place, state) => {
    expect(stateOf(id, place)).toBe(state);
  });

  it("names what a browser lacks", () => {
    expect(missingIn({ WebSocket: 1, AudioContext: 1 } as never)).toEqual([
      "WebRTC",
      "getUserMedia",
    ]);
  });
});
