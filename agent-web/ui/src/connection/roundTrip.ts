const TRIES = 3;
const WITHIN_MS = 5_000;

/** The shortest time of a few in which our server answers, in milliseconds; null when it did not. */
export const measureRoundTrip = async (signal: AbortSignal): Promise<number | null> => {
  let shortest: number | null = null;
  for (let turn = 0; turn < TRIES; turn++) {
    const begun = performance.now();
    const limit = AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]);
    const answer = await fetch("/healthz/live", { signal: limit, cache: "no-store" }).catch(
      () => null,
    );
    if (answer === null || !answer.ok) return null;
    const took = performance.now() - begun;
    shortest = shortest === null ? took : Math.min(shortest, took);
  }
  return shortest;
};
