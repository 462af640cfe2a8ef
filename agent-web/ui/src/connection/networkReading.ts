/** What the browser has counted of an audio leg since it opened. Times in milliseconds; null: not known. */
export interface NetworkReading {
  packetsReceived: number;
  packetsLost: number;
  /** Of what we send, as the other end last reported: 0 to 1. */
  sendingLoss: number | null;
  /** Of what we hear. */
  jitterMs: number | null;
  /** Of what we send, as the other end last reported. */
  sendingJitterMs: number | null;
  rttMs: number | null;
}

interface Stats {
  type: string;
  kind?: string;
  state?: string;
  packetsReceived?: number;
  packetsLost?: number;
  fractionLost?: number;
  jitter?: number;
  roundTripTime?: number;
  currentRoundTripTime?: number;
}

/** The few figures that matter out of everything a browser counts. */
export const readNetwork = (report: Iterable<[string, Stats]> | RTCStatsReport): NetworkReading => {
  const all = [...(report as Iterable<[string, Stats]>)].map(([, stats]) => stats);
  const heard = all.find(({ type, kind }) => type === "inbound-rtp" && kind === "audio");
  const sent = all.find(({ type, kind }) => type === "remote-inbound-rtp" && kind === "audio");
  const path = all.find(({ type, state }) => type === "candidate-pair" && state === "succeeded");
  return {
    packetsReceived: heard?.packetsReceived ?? 0,
    packetsLost: heard?.packetsLost ?? 0,
    sendingLoss: sent?.fractionLost ?? null,
    jitterMs: milliseconds(heard?.jitter),
    sendingJitterMs: milliseconds(sent?.jitter),
    rttMs: milliseconds(sent?.roundTripTime ?? path?.currentRoundTripTime),
  };
};

const milliseconds = (seconds: number | undefined): number | null =>
  seconds === undefined ? null : seconds * 1_000;
