import type { AgentView, CallParty, CallStage, CallView, Supervision } from "../contracts/hub";
import type { MessageKey } from "../i18n/messages";
import type { DeskState, Reach } from "./deskStore";

export const agentOf = (state: DeskState): AgentView | null => state.desk.agent;
export const callOf = (state: DeskState): CallView | null => state.desk.call;
export const isOnline = (state: DeskState): boolean => state.link.kind === "online";

/** Muted as the agent hears it: his wish counts before the server has confirmed it. */
export const isMuted = (state: DeskState): boolean =>
  state.desk.call !== null && (state.mutedWish ?? state.desk.call.isMuted);

const LIVE: readonly CallStage[] = [
  "connected",
  "held",
  "transferring",
  "consulting",
  "conference",
];

/** A call in which there is somebody on the line. */
export const liveCallOf = (state: DeskState): CallView | null => {
  const call = state.desk.call;
  return call !== null && LIVE.includes(call.stage) ? call : null;
};

/** A call that can be ended: also one that rings at the other's, and a message. */
export const endableCallOf = (state: DeskState): CallView | null => {
  const call = state.desk.call?.stage === "dialling" ? state.desk.call : liveCallOf(state);
  // There hanging up would mean whoever is being brought in: that has an action of its own.
  return call?.stage === "transferring" || call?.stage === "consulting" ? null : call;
};

/** A call in which somebody hears us. */
export const talkOf = (state: DeskState): CallView | null => {
  const call = liveCallOf(state);
  return call?.kind === "voicemail" || call?.stage === "transferring" ? null : call;
};

/** A talk with somebody outside that is this agent's: he may hold it and send digits. */
export const ownTalkOf = (state: DeskState): CallView | null => {
  const call = talkOf(state);
  return call?.isOwner && call.kind !== "internal" ? call : null;
};

/** A talk of his own in which he asks for no help yet. */
export const helplessCallOf = (state: DeskState): CallView | null => {
  const call = liveCallOf(state);
  const isHis = call?.isOwner && call.kind !== "voicemail";
  return isHis && call.help === null ? call : null;
};

/** A talk in which he asks for help. */
export const helpedCallOf = (state: DeskState): CallView | null => {
  const call = liveCallOf(state);
  return call !== null && call.help !== null ? call : null;
};

/** The talk of another agent that the supervisor is in. */
export const supervisionOf = (state: DeskState): Supervision | null =>
  state.desk.agent?.supervision ?? null;

/** That talk, while he is asked whether he really takes it over. */
export const askedTakeOverOf = (state: DeskState): Supervision | null => {
  const supervision = supervisionOf(state);
  return supervision?.interactionId === state.takeOverAsked ? supervision : null;
};

/** Whoever is being asked, once he has answered. */
export const consultedOf = (call: CallView): CallParty | null =>
  call.parties.find(
    ({ purpose, state }) => purpose === "consultation" && (state === "talking" || state === "held"),
  ) ?? null;

/** The agent's own consultation, answered: he can change sides, join them, hand over. */
export const answeredConsultOf = (state: DeskState): CallView | null => {
  const call = ownTalkOf(state);
  return call?.stage === "consulting" && consultedOf(call) !== null ? call : null;
};

/** The agent's own conference: he may silence the others and send them out. */
export const ownConferenceOf = (state: DeskState): CallView | null => {
  const call = liveCallOf(state);
  return call?.stage === "conference" && call.isOwner ? call : null;
};

/** A conference that he may leave to the others. */
export const leavableCallOf = (state: DeskState): CallView | null => {
  const call = ownConferenceOf(state);
  const others = call?.parties.filter((party) => !party.isOwner && party.state === "talking") ?? [];
  return others.length >= 2 ? call : null;
};

const PARTIES_MAX = 6;

/** Whether the agent may look for somebody to this end now. */
export const mayReach = (state: DeskState, reach: Reach): boolean => {
  if (reach === "call") return mayCall(state);
  const call = liveCallOf(state);
  if (call === null || !call.isOwner || call.kind === "voicemail") return false;
  const isPlain = call.stage === "connected";
  if (reach === "add") {
    return (isPlain || call.stage === "conference") && call.parties.length < PARTIES_MAX;
  }
  return call.kind !== "internal" && (isPlain || call.stage === "held");
};

/** Nobody is in hand: the agent may call somebody himself. */
export const mayCall = ({ desk: { agent, call } }: DeskState): boolean =>
  call === null && (agent?.status === "ready" || agent?.status === "notReady");

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
