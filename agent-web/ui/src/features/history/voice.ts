/** From and to, in seconds. */
export type Stretch = readonly [from: number, to: number];

const WINDOW_SECONDS = 0.1;
/** Breath and line noise of a telephone stay below, a voice above: -42 dB of full scale. */
const VOICE_LEVEL = 0.008;
/** Between words nobody takes the floor. */
const PAUSE_SECONDS = 0.4;

/** When somebody speaks on a channel. */
export const voiceIn = (samples: ArrayLike<number>, rate: number): Stretch[] => {
  const size = Math.max(1, Math.round(rate * WINDOW_SECONDS));
  const found: [number, number][] = [];
  for (let at = 0; at < samples.length; at += size) {
    const end = Math.min(samples.length, at + size);
    if (levelOf(samples, at, end) < VOICE_LEVEL) continue;
    const last = found[found.length - 1];
    if (last !== undefined && at / rate - last[1] <= PAUSE_SECONDS) last[1] = end / rate;
    else found.push([at / rate, end / rate]);
  }
  return found;
};

/** What of these lies within those; both in order. */
export const within = (inner: readonly Stretch[], outer: readonly Stretch[]): Stretch[] =>
  inner.flatMap(([from, to]) =>
    outer
      .map(([start, end]): Stretch => [Math.max(from, start), Math.min(to, end)])
      .filter(([start, end]) => start < end),
  );

/** What of these lies outside of those. */
export const without = (inner: readonly Stretch[], outer: readonly Stretch[]): Stretch[] =>
  outer.reduce<Stretch[]>(
    (left, [start, end]) =>
      left.flatMap(([from, to]) =>
        [[from, Math.min(to, start)] as const, [Math.max(from, end), to] as const].filter(
          ([begin, over]) => begin < over,
        ),
      ),
    [...inner],
  );

const levelOf = (samples: ArrayLike<number>, from: number, to: number): number => {
  let sum = 0;
  for (let at = from; at < to; at++) sum += (samples[at] ?? 0) ** 2;
  return Math.sqrt(sum / (to - from));
};
