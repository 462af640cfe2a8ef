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
  | { sequence: number; type: "signedOut"; reason: string };

export type AgentRefusal =
  | "unknownAgent"
  | "signedOut"
  | "wrongState"
  | "notYours"
  | "noAudio"
  | "noMicrophone"
  | "badInput"
  | "pbxUnavailable";

export interface CommandReply {
  accepted: boolean;
  refusal: AgentRefusal | null;
}

export interface WrapUpResult {
  topic: string | null;
  result: string | null;
  note: string;
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
  ReportMicrophone: [works: boolean];
}
export type DeskCommandName = keyof DeskCommandArguments;
