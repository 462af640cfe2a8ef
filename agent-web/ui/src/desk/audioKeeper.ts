import type { DeskState } from "./deskStore";

/**
 * How long the server may call closed what is up here. A server that has just started has not looked at the PBX yet:
 * a leg must not be dropped for that. When it says that the audio of this talk is lost, it has looked; and when the
 * browser hears nothing either, there is no more to lose.
 */
const DISAGREE_AT_MOST_MS = 10_000;
const LOST_AT_MOST_MS = 1_500;
/** The server has this long to call the page's phone, before it is asked again: asking ends the call under way. */
const CALLED_WITHIN_MS = 5_000;

export type AudioStep = "wait" | "ask" | "hang-up-and-ask";

/** Moments on the page's clock, in milliseconds; null: not now. */
export interface AudioMoments {
  /** When the server was last asked to call. */
  askedAt: number | null;
  /** Since when the server has been calling closed a leg that is up here. */
  disagreedSince: number | null;
}

/** Whether the server should be asked to call this page's phone. */
export const nextAudioStep = (
  state: DeskState,
  nowMs: number,
  moments: AudioMoments,
): AudioStep => {
  if (!canTalk(state)) return "wait";
  if (moments.askedAt !== null && nowMs - moments.askedAt < CALLED_WITHIN_MS) return "wait";

  switch (state.audioSession.kind) {
    case "none":
      return "ask";
    case "answering":
      return "wait";
    case "up": {
      if (moments.disagreedSince === null) return "wait";
      const isLost =
        !state.audioSession.isFlowing || (state.desk.call?.audioLostSince ?? null) !== null;
      const patienceMs = isLost ? LOST_AT_MOST_MS : DISAGREE_AT_MOST_MS;
      return nowMs - moments.disagreedSince > patienceMs ? "hang-up-and-ask" : "wait";
    }
  }
};

/** Whether the server calls closed what is up here. */
export const disagreesOnAudio = (state: DeskState): boolean =>
  canTalk(state) && state.audioSession.kind === "up" && state.desk.agent?.audio === "closed";

const canTalk = ({ link, desk, registration, microphone }: DeskState): boolean =>
  link.kind === "online" &&
  !desk.needsSnapshot &&
  desk.agent !== null &&
  desk.agent.status !== "signedOut" &&
  registration === "registered" &&
  microphone.kind === "works";
