import { describe, expect, it } from "vitest";
import { gradeOf, mosOf } from "./mos";

describe("the estimate of how well somebody is heard", () => {
  it("is that of a good telephone where nothing is in the way", () => {
    const mos = mosOf({ loss: 0, jitterMs: 2, rttMs: 20 });
    expect(mos).toBeCloseTo(4.38, 2);
    expect(gradeOf(mos)).toBe("good");
  });

  it("falls with loss, jitter and delay", () => {
    expect(mosOf({ loss: 0.02, jitterMs: 5, rttMs: 40 })).toBeCloseTo(4.18, 2);
    expect(gradeOf(mosOf({ loss: 0.05, jitterMs: 20, rttMs: 100 }))).toBe("fair");
    expect(gradeOf(mosOf({ loss: 0, jitterMs: 50, rttMs: 400 }))).toBe("poor");
    expect(gradeOf(mosOf({ loss: 0.3, jitterMs: 60, rttMs: 500 }))).toBe("bad");
  });

  it("never leaves its scale", () => {
    expect(mosOf({ loss: 0.3, jitterMs: 60, rttMs: 500 })).toBe(1);
    expect(mosOf({ loss: 1, jitterMs: 5_000, rttMs: 60_000 })).toBe(1);
    expect(mosOf({ loss: 0, jitterMs: null, rttMs: null })).toBeLessThanOrEqual(4.5);
  });

  it("follows the curve of the model: R 50 is 2.6, R 70 is 3.6", () => {
    // Loss alone takes R down: 93.2 - 0.96 - 95 x / (x + 25.1).
    const lossFor = (r: number) => {
      const damaged = 93.2 - 0.96 - r;
      return (25.1 * damaged) / (95 - damaged) / 100;
    };
    expect(mosOf({ loss: lossFor(50), jitterMs: 0, rttMs: 0 })).toBeCloseTo(2.58, 2);
    expect(mosOf({ loss: lossFor(70), jitterMs: 0, rttMs: 0 })).toBeCloseTo(3.6, 2);
  });
});
