const FIRST_MS = 250;
const MOST_MS = 5_000;

/** Wait before attempt n (from 0): 0.25 s, doubling to 5 s, a quarter of it by chance. */
export const backOffMs = (attempt: number, chance: () => number = Math.random): number => {
  const full = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full * (0.75 + 0.25 * chance()));
};
