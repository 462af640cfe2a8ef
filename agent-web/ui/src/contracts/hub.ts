import type { AgentFigures } from "./floor";
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
  /** The other agent's talk that this supervisor is in. */
  supervision: Supervision | null;
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

/** What it is to the agent: a caller, somebody to be called back, a message. */
export type CallKind = "call" | "callback" | "voicemail";

export type CallStage = "offered" | "dialling" | "connected" | "held" | "wrapping-up";

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
  /** The supervisor who is in the talk. */
  supervisor: { name: string; mode: SupervisionMode } | null;
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
  | "notAllowed";

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

/** Methods of the hub that change something; the first argument of each is a command id. */
export interface DeskCommandArguments {
  MakeReady: [];
  MakeNotReady: [reason: string];
  OpenAudio: [];
  Answer: [interactionId: string];
  Hold: [interactionId: string];
  Resume: [interactionId: string];
  Mute: [interactionId: string, muted: boolean];
  SendDigits: [interactionId: string, digits: string];
  HangUp: [interactionId: string];
  RecordWrapUp: [interactionId: string, result: WrapUpResult, notReadyReason: string | null];
  ExtendWrapUp: [interactionId: string, reason: string];
  ReportMicrophone: [works: boolean];
  ReportActivity: [];
  ReportQuality: [quality: QualityReport];
}
export type DeskCommandName = keyof DeskCommandArguments;
