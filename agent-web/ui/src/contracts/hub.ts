import type { ChatMessage } from "./chat";
import type { AgentFigures } from "./floor";
import type { Directory, DirectoryChange } from "./rest";
import type { CallerNumber, Instant } from "./shared";

export type AgentStatus =
  | "signedOut"
  | "notReady"
  | "ready"
  | "reserved"
  | "talking"
  | "held"
  | "wrapUp";

export type AudioStatus = "closed" | "opening" | "open";

export interface AgentView {
  agentId: string;
  displayName: string;
  status: AgentStatus;
  reason: string | null;
  since: Instant;
  until: Instant | null;
  nextReason: string | null;
  audio: AudioStatus;
  /** When the present reason lasts too long; null: never. */
  limitAt: Instant | null;
  /** Why a ready agent is offered nobody; null: nothing is in the way. A code of the server. */
  obstacle: string | null;
  /** The call in hand is answered by the server, after a tone. */
  isAutoAnswered: boolean;
  /** By how much this wrap-up can still be prolonged; 0: not (any more). */
  wrapUpExtensionSeconds: number;
  /** Offers left unanswered since one was answered. */
  unansweredInARow: number;
  /** After so long without a sign of life the server makes a ready agent not ready; 0: never. */
  inactivityMinutes: number;
  /** The last call that he made in vain, until the next one. */
  failedDial: FailedDial | null;
  /** The last talk, when others have ended it, until the next one. */
  endedTalk: EndedTalk | null;
  /** The other agent's talk that this supervisor is in. */
  supervision: Supervision | null;
}

/** Whom an agent calls or brings in: the id of an agent, a queue or a skill, a number as it was typed. */
export interface CallTarget {
  kind: "agent" | "queue" | "skill" | "number";
  id: string;
  /** Of a skill, 1 to 10: at least so well; 1 when it is not said. */
  level?: number;
}

/** A talk that others have ended, with nothing left to do. */
export interface EndedTalk {
  interactionId: string;
  kind: CallKind;
  /** A code of the server, in kebab-case. */
  ending: string;
  at: Instant;
}

export interface FailedDial {
  interactionId: string;
  kind: CallKind;
  target: CallTarget;
  /** A code of the server, in kebab-case. */
  failure: string;
  at: Instant;
}

/** Who hears a supervisor: nobody, the agent, everybody. */
export type SupervisionMode = "listen" | "whisper" | "barge";

export interface Supervision {
  interactionId: string;
  /** The agent who talks. */
  agentId: string;
  mode: SupervisionMode;
  call: CallView;
}

/** What it is to the agent: a caller, somebody to be called back, a message, a call of his own, a colleague. */
export type CallKind = "call" | "callback" | "voicemail" | "outbound" | "internal";

export type CallStage =
  | "offered"
  | "dialling"
  | "connected"
  | "held"
  | "transferring"
  | "consulting"
  | "conference"
  | "wrapping-up";

export type PartyPurpose = "transfer" | "consultation" | "conference";

/** Somebody who takes part in a shared call, the reader among them. */
export interface CallParty {
  id: string;
  kind: "client" | "agent" | "number";
  agentId: string | null;
  number: string;
  /** `held` hears music. */
  state: "dialling" | "ringing" | "talking" | "held" | "audioLost";
  isMuted: boolean;
  isOwner: boolean;
  purpose: PartyPurpose | null;
}

/** The last attempt to bring somebody in. */
export interface CallTransfer {
  state: "pending" | "failed";
  purpose: PartyPurpose;
  target: CallTarget;
  /** A code of the server, in kebab-case. */
  failure: string | null;
}

/** What the agent before says. */
export interface HandOver {
  fromAgentId: string;
  note: string;
  at: Instant;
}

export interface CallerIdentity {
  id: string;
  kind: "individual" | "organization";
  displayName: string;
  greetingName: string;
  isVip: boolean;
  personalManager: string | null;
}

export interface CallView {
  interactionId: string;
  kind: CallKind;
  stage: CallStage;
  queueId: string;
  queueName: string;
  dialled: string;
  number: CallerNumber;
  client: CallerIdentity | null;
  arrivedAt: Instant;
  offeredAt: Instant;
  connectedAt: Instant | null;
  heldSince: Instant | null;
  audioLostSince: Instant | null;
  isMuted: boolean;
  endedAt: Instant | null;
  ending: string | null;
  /** What an assistant learnt from the caller before. */
  assistantSummary: string | null;
  /** Whose call it is records its result, and may bring others in; false: this agent was brought in. */
  isOwner: boolean;
  /** All who take part; empty until somebody else is brought in. */
  parties: CallParty[];
  transfer: CallTransfer | null;
  handOver: HandOver | null;
  /** The supervisor who is in the talk. */
  supervisor: { name: string; mode: SupervisionMode } | null;
  /** The help that the agent asks for, and who has come. */
  help: HelpRequest | null;
  /** What the telephone exchange has not done: people hear each other as they did before. */
  trouble: CallTrouble | null;
  /** What the page opens for this caller, by itself or when the agent wants it. */
  screenPop: { url: string; isAutomatic: boolean } | null;
}

export interface CallTrouble {
  arrangement: "hold" | "join" | "swap" | "handOver" | "return";
  since: Instant;
  /** False: the agent must do something else. */
  isTriedAgain: boolean;
}

export interface HelpRequest {
  reason: string;
  askedAt: Instant;
  /** Name of the supervisor who is in the talk. */
  helper: string | null;
}

export interface DeskSnapshot {
  sequence: number;
  serverNow: Instant;
  agent: AgentView;
  call: CallView | null;
}

export type DeskEvent =
  | { sequence: number; type: "agentChanged"; agent: AgentView }
  | { sequence: number; type: "callChanged"; call: CallView | null }
  | { sequence: number; type: "figuresChanged"; figures: AgentFigures }
  | { sequence: number; type: "noticesChanged" }
  | { sequence: number; type: "chatSaid"; message: ChatMessage }
  | { sequence: number; type: "directoryShown"; directory: Directory }
  | { sequence: number; type: "directoryChanged"; change: DirectoryChange }
  | { sequence: number; type: "signedOut"; reason: string };

export type AgentRefusal =
  | "unknownAgent"
  | "signedOut"
  | "wrongState"
  | "notYours"
  | "noAudio"
  | "noMicrophone"
  | "badInput"
  | "pbxUnavailable"
  | "notAllowed"
  | "notReady"
  | "notWaiting"
  | "offeredToAnother"
  | "cannotServe"
  | "otherSignedOut"
  | "otherUnavailable"
  | "yourself"
  | "numberNotAllowed"
  | "numberBlocked"
  | "tooManyParties"
  | "unknownQueue"
  | "unknownSkill"
  | "nobodyHasSkill"
  | "unknownParty";

export interface CommandReply {
  accepted: boolean;
  refusal: AgentRefusal | null;
}

export interface WrapUpResult {
  topic: string | null;
  result: string | null;
  note: string;
}

/** What this page measures; the figures are null when they are not known. */
export interface QualityReport {
  microphoneSilent: boolean;
  networkBad: boolean;
  /** Share of packets lost, 0 to 1. */
  loss: number | null;
  jitterMs: number | null;
  rttMs: number | null;
}

/** What this page has measured of a stretch of a talk. */
export interface TalkQuality {
  seconds: number;
  /** Mean opinion score by the E-model, 1 to 4.5: on average, and in the worst few seconds. */
  mos: number;
  mosLeast: number;
  /** Share of packets lost, 0 to 1. */
  loss: number;
  jitterMs: number | null;
  rttMs: number | null;
  microphoneSilent: boolean;
}

/** What whoever is called would see; the number is null when it may not be called, and why. */
export interface ShownNumber {
  number: string | null;
  /** The name of the rule that chose it; null: the usual number. */
  rule: string | null;
  refusal: AgentRefusal | null;
}

/** Methods of the hub that change something; the first argument of each is a command id. */
export interface DeskCommandArguments {
  MakeReady: [];
  MakeNotReady: [reason: string];
  OpenAudio: [];
  Answer: [interactionId: string];
  Pick: [interactionId: string];
  Hold: [interactionId: string];
  Resume: [interactionId: string];
  Mute: [interactionId: string, muted: boolean];
  SendDigits: [interactionId: string, digits: string];
  HangUp: [interactionId: string];
  Dial: [number: string];
  CallAgent: [agentId: string];
  Transfer: [interactionId: string, target: CallTarget, note: string | null];
  Consult: [interactionId: string, target: CallTarget, note: string | null];
  AddParty: [interactionId: string, target: CallTarget, note: string | null];
  Swap: [interactionId: string];
  Merge: [interactionId: string];
  Complete: [interactionId: string];
  CancelConsult: [interactionId: string];
  CancelTransfer: [interactionId: string];
  Leave: [interactionId: string];
  MuteParty: [interactionId: string, partyId: string, muted: boolean];
  RemoveParty: [interactionId: string, partyId: string];
  RecordWrapUp: [interactionId: string, result: WrapUpResult, notReadyReason: string | null];
  ExtendWrapUp: [interactionId: string, reason: string];
  ReportMicrophone: [works: boolean];
  ReportActivity: [];
  ReportQuality: [quality: QualityReport];
  AskForHelp: [interactionId: string, reason: string];
  WithdrawHelp: [interactionId: string];
  ReportTalkQuality: [interactionId: string, quality: TalkQuality];
}
export type DeskCommandName = keyof DeskCommandArguments;
