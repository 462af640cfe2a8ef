import { describe, expect, it } from "vitest";
import type { LaneSpan, RecordingLane } from "../../contracts/rest";
import { isAudible, spanAt, spokenIn } from "./lanes";
import { voiceIn, within } from "./voice";

const RATE = 1_000;
const span = (heard: LaneSpan["heard"], fromSeconds: number, toSeconds: number): LaneSpan => ({
  heard,
  fromSeconds,
  toSeconds,
});
const agent: RecordingLane = {
  role: "agent",
  name: "Азиза",
  isRecorded: false,
  spans: [span("talks", 2, 5), span("muted", 5, 6)],
};

/** Silence with line noise, and a voice from one second to another. */
const sound = (seconds: number, ...voices: [number, number][]): number[] =>
  Array.from({ length: seconds * RATE }, (_, index) => {
    const at = index / RATE;
    const level = voices.some(([from, to]) => from <= at && at < to) ? 0.1 : 0.001;
    return index % 2 === 0 ? level : -level;
  });

describe("a voice on a channel", () => {
  it("is found between silences", () => {
    expect(voiceIn(sound(6, [1, 2], [4, 5]), RATE)).toEqual([
      [1, 2],
      [4, 5],
    ]);
  });

  it("goes on over the pause between two words", () => {
    expect(voiceIn(sound(4, [1, 1.5], [1.8, 2.5]), RATE)).toEqual([[1, 2.5]]);
  });

  it("is not found in the noise of a line", () => {
    expect(voiceIn(sound(3), RATE)).toEqual([]);
  });
});

describe("a lane", () => {
  it("knows what is under the play head, and nothing between its spans", () => {
    expect(spanAt(agent, 2)?.heard).toBe("talks");
    expect(spanAt(agent, 5)?.heard).toBe("muted");
    expect(spanAt(agent, 1.9)).toBeNull();
    expect(spanAt(agent, 6)).toBeNull();
  });

  it("is not heard while it listens, whispers or is muted", () => {
    const heard = (["talks", "muted", "whispers", "listens", "hold"] as const).filter((how) =>
      isAudible(span(how, 0, 1)),
    );
    expect(heard).toEqual(["talks", "hold"]);
  });

  it("speaks where its channel has a voice while it talks", () => {
    const channels = { left: [[0, 9]], right: [[1, 3] as const, [4, 8] as const] } as const;
    expect(spokenIn(agent, [agent], channels)).toEqual({
      alone: [
        [2, 3],
        [4, 5],
      ],
      shared: [],
    });
    const client = { ...agent, isRecorded: true };
    expect(spokenIn(client, [client, agent], channels)).toEqual({ alone: [[2, 5]], shared: [] });
    const line = { ...agent, role: "line" as const, spans: [span("hold", 0, 9)] };
    expect(spokenIn(line, [line], channels)).toEqual({ alone: [], shared: [] });
  });

  it("shares a voice with whoever was in the talk with it", () => {
    const other = { ...agent, spans: [span("talks", 3, 4), span("listens", 4, 9)] };
    const channels = { left: [], right: [[0, 9] as const] };
    expect(spokenIn(agent, [agent, other], channels)).toEqual({
      alone: [
        [2, 3],
        [4, 5],
      ],
      shared: [[3, 4]],
    });
    expect(spokenIn(other, [agent, other], channels)).toEqual({ alone: [], shared: [[3, 4]] });
  });

  it("that has two talks takes of a long voice what lies in each", () => {
    expect(
      within(
        [[0, 10]],
        [
          [1, 2],
          [4, 5],
        ],
      ),
    ).toEqual([
      [1, 2],
      [4, 5],
    ]);
  });
});
