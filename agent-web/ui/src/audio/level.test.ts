import { describe, expect, it } from "vitest";
import { loudness } from "./level";

describe("loudness", () => {
  it("is zero for silence and one for full scale", () => {
    expect(loudness(new Float32Array(1_024))).toBe(0);
    expect(loudness(new Float32Array(1_024).fill(1))).toBeCloseTo(1, 5);
  });

  it("shows a quiet voice at a third of the bar", () => {
    expect(loudness(new Float32Array(1_024).fill(0.01))).toBeCloseTo(1 / 3, 2);
  });
});
