import { describe, expect, it } from "vitest";
import type { SurveyGroup } from "../../contracts/surveys";
import { dayFrom, distributionsOf, inOrder, moodOf } from "./surveyModel";

const csat = (score: number, count: number) =>
  ({ kind: "csat", lowest: 1, highest: 5, score, count }) as const;
const nps = (score: number, count: number) =>
  ({ kind: "nps", lowest: 0, highest: 10, score, count }) as const;

describe("the distribution of scores", () => {
  it("has every score of the scale, also those that nobody gave", () => {
    const [shown] = distributionsOf([csat(2, 1), csat(5, 3)]);
    expect(shown?.bars).toEqual([
      { score: 1, count: 0, share: 0 },
      { score: 2, count: 1, share: 0.25 },
      { score: 3, count: 0, share: 0 },
      { score: 4, count: 0, share: 0 },
      { score: 5, count: 3, share: 0.75 },
    ]);
  });

  it("mixes no scales", () => {
    const shown = distributionsOf([csat(5, 1), nps(10, 2), { ...csat(3, 1), highest: 3 }]);
    expect(shown.map(({ kind, highest, total }) => [kind, highest, total])).toEqual([
      ["csat", 5, 1],
      ["nps", 10, 2],
      ["csat", 3, 1],
    ]);
  });

  it("is coloured as the figures count", () => {
    const [ofNps] = distributionsOf([nps(9, 1)]);
    const [ofCsat] = distributionsOf([csat(4, 1)]);
    if (ofNps === undefined || ofCsat === undefined) throw new Error("no distribution");
    expect([6, 7, 8, 9].map((score) => moodOf(ofNps, score))).toEqual([
      "bad",
      "fair",
      "fair",
      "good",
    ]);
    expect([2, 3, 4].map((score) => moodOf(ofCsat, score))).toEqual(["bad", "fair", "good"]);
  });
});

it("lists those who were rated most first, and answers about nobody last", () => {
  const group = (id: string | null, answers: number): SurveyGroup => ({
    id,
    name: id,
    figures: { answers, csat: null, csatAverage: null, nps: null, csi: null },
    scores: [],
  });
  expect(inOrder([group(null, 9), group("a", 1), group("b", 5)]).map(({ id }) => id)).toEqual([
    "b",
    "a",
    null,
  ]);
});

it("counts days over the end of a month", () => {
  expect(dayFrom("2026-03-01", -1)).toBe("2026-02-28");
});
