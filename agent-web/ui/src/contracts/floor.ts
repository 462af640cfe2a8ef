import type { AgentStatus, CallKind, HelpRequest } from "./hub";
import type { Reason } from "./rest";
import type { CallerNumber, Instant, Language } from "./shared";

export interface Named {
  id: string;
  name: string;
}

export interface FloorSetUp {
  groups: Named[];
  skills: Named[];
  reasons: Reason[];
}

export interface FloorClient {
  id: string;
  displayName: string;
  isVip: boolean;
}

export interface FloorCall {
  interactionId: string;
  kind: CallKind;
  stage: string;
  queueId: string;
  since: Instant;
  /** Absent for those who may not know who calls. */
  number?: CallerNumber;
  client?: FloorClient;
  /** The help that he asks for; absent for those who may not know who calls. */
  help?: HelpRequest;
}

export interface FloorAgentSetUp {
  name: string;
  groups: string[];
  queues: string[];
  skills: Record<string, number>;
}

export interface FloorAgentState {
  status: AgentStatus;
  reason: string | null;
  since: Instant;
  limitAt?: Instant;
  obstacle?: string;
  nextReason?: string;
  call?: FloorCall;
}

/** Busy and idle are without the present span: that counts as `work` since `workSince`. */
export interface AgentFigures {
  contacts: number;
  handled: number;
  talkSeconds: number;
  holdSeconds: number;
  wrapUpSeconds: number;
  busySeconds: number;
  idleSeconds: number;
  work: "off" | "idle" | "busy";
  workSince: Instant;
}

export interface FloorQueueSetUp {
  name: string;
  answerWithinSeconds: number;
  secondsPerPriorityPoint: number;
}

export interface FloorLine {
  waiting: number;
  longestSince: Instant | null;
  estimatedWaitSeconds: number | null;
  agents: number;
  ready: number;
}

export interface QueueFigures {
  offered: number;
  answered: number;
  answeredWithin: number;
  abandoned: number;
  abandonedWithin: number;
  leftOtherwise: number;
  waitSeconds: number;
  handled: number;
  talkSeconds: number;
  holdSeconds: number;
  wrapUpSeconds: number;
}

/** A whole row of a snapshot. `sequence` is the number of the event by which it became so. */
export interface FloorAgent {
  id: string;
  sequence: number;
  setUp: FloorAgentSetUp;
  state: FloorAgentState;
  figures: AgentFigures;
}

export interface FloorQueue {
  id: string;
  sequence: number;
  setUp: FloorQueueSetUp;
  line: FloorLine;
  figures: QueueFigures;
}

/** Where somebody is who stands in no line and is in no agent's hands. */
export type Place = "inFlow" | "throughFlow" | "afterTalk" | "forwarded";

export interface FloorCaller {
  interactionId: string;
  sequence: number;
  kind: CallKind;
  queueId: string;
  number: CallerNumber | null;
  client: FloorClient | null;
  since: Instant;
  priority: number;
  pointsGiven: number;
  /** The agent for whom he waits, by a supervisor's word, for a while. */
  assignedTo?: string;
  assignedUntil?: Instant;
  /** Where he is instead of in a line. */
  place?: Place;
  /** The flow that has him, or the number outside that talks with him. */
  through?: string;
  /** A call-back that is tried again then. */
  dueAt?: Instant;
}

type Parts<T extends { id: string; sequence: number }> = Pick<T, "id" | "sequence"> & Partial<T>;

export type PbxLink = "connecting" | "up" | "down";

export interface FloorSnapshot {
  sequence: number;
  serverNow: Instant;
  pbxLink: PbxLink;
  day: string;
  setUp: FloorSetUp;
  agents: FloorAgent[];
  queues: FloorQueue[];
  callers: FloorCaller[];
}

/** What is absent has not changed. */
export interface FloorChange {
  sequence: number;
  serverNow: Instant;
  pbxLink?: PbxLink;
  day?: string;
  setUp?: FloorSetUp;
  agents?: Parts<FloorAgent>[];
  agentsGone?: string[];
  queues?: Parts<FloorQueue>[];
  queuesGone?: string[];
  callers?: FloorCaller[];
  callersGone?: string[];
}

export interface FloorBeat {
  sequence: number;
  serverNow: Instant;
}

export interface FigureDefinition {
  code: string;
  unit: "agents" | "answers" | "calls" | "contacts" | "points" | "seconds" | "share";
  version: number;
  names: Record<Language, string>;
  formulas: Record<Language, string>;
}

export interface ActResults {
  results: { id: string; refusal: string | null }[];
}

export interface OpenNotice {
  id: string;
  text: string;
  author: string;
  sentAt: Instant;
}

export interface SentNotice extends OpenNotice {
  recipients: number;
  confirmed: number;
}

export type ExportValue = string | number | null;

export interface ExportTable {
  sheet: string;
  columns: { title: string; unit: string }[];
  rows: ExportValue[][];
}
