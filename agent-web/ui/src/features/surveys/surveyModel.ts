import type { SurveyFigures, SurveyGroup, SurveyKind, SurveyScore } from "../../contracts/surveys";

/** The figures of the catalog and where they stand in an answer of the server, in the order shown. */
export const surveyFigures: readonly (readonly [string, keyof SurveyFigures])[] = [
  ["survey-answers", "answers"],
  ["csat", "csat"],
  ["csat-average", "csatAverage"],
  ["nps", "nps"],
  ["csi", "csi"],
];

/** One scale with every score on it, also those that nobody gave. */
export interface Distribution {
  kind: SurveyKind;
  lowest: number;
  highest: number;
  total: number;
  bars: { score: number; count: number; share: number }[];
}

export const distributionsOf = (scores: readonly SurveyScore[]): Distribution[] => {
  const scales = new Map<string, SurveyScore[]>();
  for (const score of scores) {
    const key = `${score.kind} ${score.lowest} ${score.highest}`;
    scales.set(key, [...(scales.get(key) ?? []), score]);
  }
  return [...scales.values()].flatMap(distributionOf);
};

const distributionOf = (scores: readonly SurveyScore[]): Distribution[] => {
  const [first] = scores;
  if (first === undefined) return [];
  const { kind, lowest, highest } = first;
  const total = scores.reduce((sum, { count }) => sum + count, 0);
  const bars = Array.from({ length: highest - lowest + 1 }, (_, place) => {
    const score = lowest + place;
    const count = scores.find((each) => each.score === score)?.count ?? 0;
    return { score, count, share: count / total };
  });
  return [{ kind, lowest, highest, total, bars }];
};

/** How good a score is on its scale: colours say it too. */
export const moodOf = (
  { kind, lowest, highest }: Distribution,
  score: number,
): "good" | "fair" | "bad" => {
  const height = (score - lowest) / (highest - lowest);
  if (height >= (kind === "nps" ? 0.9 : 0.75)) return "good";
  return height > (kind === "nps" ? 0.6 : 0.25) ? "fair" : "bad";
};

/** Most answers first; those of nobody last. */
export const inOrder = (groups: readonly SurveyGroup[]): SurveyGroup[] =>
  [...groups].sort(
    (one, other) =>
      Number(one.id === null) - Number(other.id === null) ||
      other.figures.answers - one.figures.answers ||
      (one.name ?? "").localeCompare(other.name ?? ""),
  );

/** A day as `yyyy-MM-dd`, so many days away from another. */
export const dayFrom = (day: string, days: number): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};
