import type { AgentView, CallView } from "../contracts/hub";
import type { MessageKey } from "../i18n/messages";
import type { DeskState } from "./deskStore";

export const agentOf = (state: DeskState): AgentView | null => state.desk.agent;
export const callOf = (state: DeskState): CallView | null => state.desk.call;
export const isOnline = (state: DeskState): boolean => state.link.kind === "online";

/** Muted as the agent hears it: his wish counts before the server has confirmed it. */
export const isMuted = (state: DeskState): boolean =>
  state.desk.call !== null && (state.mutedWish ?? state.desk.call.isMuted);

/** A call in which there is somebody on the line. */
export const liveCallOf = (state: DeskState): CallView | null => {
  const call = state.desk.call;
  return call !== null && (call.stage === "connected" || call.stage === "held") ? call : null;
};

/** A call that can be ended: also one that rings at the client's, and a message. */
export const endableCallOf = (state: DeskState): CallView | null =>
  state.desk.call?.stage === "dialling" ? state.desk.call : liveCallOf(state);

/** A call in which somebody hears us. */
export const talkOf = (state: DeskState): CallView | null => {
  const call = liveCallOf(state);
  return call?.kind === "voicemail" ? null : call;
};

export const offeredCallOf = (state: DeskState): CallView | null =>
  state.desk.call?.stage === "offered" ? state.desk.call : null;

/** Whether the server counts on signs of life now: a talk is one by itself. */
export const wantsActivity = ({ link, desk: { agent } }: DeskState): boolean =>
  link.kind === "online" && agent?.status === "ready" && agent.inactivityMinutes > 0;

export const serverNowMs = (state: DeskState): number => Date.now() + state.desk.clockAheadMs;

/** Why the agent cannot become ready now, as words; null when he can. */
export const whyNotReady = (state: DeskState): MessageKey | null => {
  if (state.link.kind !== "online") return "blocked.serverAway";
  if (state.microphone.kind === "asking") return "blocked.microphoneAsking";
  if (state.microphone.kind === "problem") return "blocked.microphone";
  // Both must say so: after a reload the server may still mean the leg of the page before.
  const isLegUp = state.audioSession.kind === "up" && state.desk.agent?.audio === "open";
  if (!isLegUp) return "blocked.audio";
  return null;
};

export type Trouble =
  | { kind: "network" }
  | { kind: "serverAway"; since: number; inTalk: boolean }
  | { kind: "audioLost"; since: string }
  | { kind: "needsClick" }
  | { kind: "microphone" }
  | { kind: "phoneAway" }
  | { kind: "withheld"; obstacle: Withheld }
  | { kind: "missedOffer"; count: number }
  | { kind: "passedOver"; reason: PassedOver };

/** Reasons that the agent did not choose himself: he may sit there and not know. */
const passedOver = ["no-answer", "page-closed", "audio-lost", "inactive"] as const;
type PassedOver = (typeof passedOver)[number];

/** Why a ready agent is offered nobody, as far as nothing else on the page says so. */
const withheld = ["microphone-silent", "network-bad", "over-occupancy", "channel-full"] as const;
type Withheld = (typeof withheld)[number];

const PATIENCE_ATTEMPTS = 1;

/** The worst thing that is wrong now; one line on the screen has room for it. */
export const troubleOf = (state: DeskState, isBrowserOnline: boolean): Trouble | null => {
  if (!isBrowserOnline) return { kind: "network" };
  if (state.link.kind === "away" && state.link.attempts >= PATIENCE_ATTEMPTS) {
    return { kind: "serverAway", since: state.link.since, inTalk: liveCallOf(state) !== null };
  }
  const lostSince = liveCallOf(state)?.audioLostSince ?? null;
  if (lostSince !== null) return { kind: "audioLost", since: lostSince };
  if (state.needsClick) return { kind: "needsClick" };
  if (state.microphone.kind === "problem") return { kind: "microphone" };
  if (state.registration === "away") return { kind: "phoneAway" };
  const agent = state.desk.agent;
  const obstacle = withheld.find((known) => known === agent?.obstacle);
  if (obstacle !== undefined) return { kind: "withheld", obstacle };
  const reason = passedOver.find((known) => known === agent?.reason);
  if (reason !== undefined) return { kind: "passedOver", reason };
  const missed = agent?.status === "ready" ? agent.unansweredInARow : 0;
  return missed > 0 ? { kind: "missedOffer", count: missed } : null;
};
