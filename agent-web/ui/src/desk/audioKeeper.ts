import type { DeskState } from "./deskStore";

/** How long the server may call "closed" what is up here, before we believe it. */
const DISAGREE_AT_MOST_MS = 3_000;
/** The server has this long to call the page's phone, before it is asked again. */
const CALLED_WITHIN_MS = 4_000;

export type AudioStep = "wait" | "ask" | "hang-up-and-ask";

/** Whether the server should be asked to call this page's phone. `askedAt`: page's clock, or null. */
export const nextAudioStep = (
  state: DeskState,
  nowMs: number,
  askedAt: number | null,
): AudioStep => {
  const agent = state.desk.agent;
  const canTalk =
    state.link.kind === "online" &&
    !state.desk.needsSnapshot &&
    agent !== null &&
    agent.status !== "signedOut" &&
    state.registration === "registered" &&
    state.microphone.kind === "works";
  if (!canTalk) return "wait";
  if (askedAt !== null && nowMs - askedAt < CALLED_WITHIN_MS) return "wait";

  switch (state.audioSession.kind) {
    case "none":
      return "ask";
    case "answering":
      return "wait";
    case "up": {
      const isDead =
        agent.audio === "closed" && nowMs - state.audioSession.since > DISAGREE_AT_MOST_MS;
      return isDead ? "hang-up-and-ask" : "wait";
    }
  }
};
