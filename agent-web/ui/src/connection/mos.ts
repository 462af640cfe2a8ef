/** What decides how well somebody is heard. Loss as a share, times in milliseconds. */
export interface HeardBy {
  loss: number;
  jitterMs: number | null;
  rttMs: number | null;
}

const R_MAX = 93.2; // G.107: nothing is in the way.
/** Packetisation, coding and playing out, over and above the network. */
const TERMINALS_MS = 40;
const AWKWARD_MS = 177.3; // From here on people begin to interrupt each other.
/** Robustness to random loss: G.711 with concealment (G.113, appendix I); Opus bears more. */
const ROBUSTNESS = 25.1;

/**
 * Mean opinion score, 1 (bad) to 4.4 (as good as a telephone gets): the E-model of ITU-T G.107 with the delay term of
 * Cole and Rosenbluth, "Voice over IP performance monitoring" (2001).
 */
export const mosOf = ({ loss, jitterMs, rttMs }: HeardBy): number => {
  const delay = (rttMs ?? 0) / 2 + 2 * (jitterMs ?? 0) + TERMINALS_MS;
  const late = 0.024 * delay + 0.11 * Math.max(0, delay - AWKWARD_MS);
  const percent = loss * 100;
  const damaged = (95 * percent) / (percent + ROBUSTNESS);
  const r = Math.max(0, R_MAX - late - damaged);
  return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6); // The curve dips below 1 near R = 0.
};

export type Grade = "good" | "fair" | "poor" | "bad";

/** As G.107 annex B: satisfied, some dissatisfied, many dissatisfied, nearly all. */
export const gradeOf = (mos: number): Grade =>
  mos >= 4.03 ? "good" : mos >= 3.6 ? "fair" : mos >= 3.1 ? "poor" : "bad";
