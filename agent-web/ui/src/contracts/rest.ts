import type { AgentStatus } from "./hub";
import type { CallerNumber, Instant, Language, Role } from "./shared";

export interface Session {
  employeeId: string;
  login: string;
  displayName: string;
  role: Role;
  language: Language;
}

export interface Topic {
  id: string;
  parentId: string | null;
  names: Record<Language, string>;
}

export interface DeskOptions {
  notReadyReasons: string[];
  results: string[];
  topics: Topic[];
  noteMax: number;
}

export interface PhoneCredentials {
  sipUri: string;
  userName: string;
  secret: string;
  webSocketUrl: string;
  /** URLs of STUN or TURN servers; none where browser and PBX reach each other. */
  iceServers: string[];
}

export interface RecordingPart {
  recordingId: string;
  part: number;
  seconds: number | null;
  state: "pending" | "ready" | "failed";
  talkStartsAtSeconds: number;
}

export interface HistoryRow {
  interactionId: string;
  arrivedAt: Instant;
  direction: "inbound";
  dialled: string;
  number: CallerNumber;
  client: { id: string; displayName: string; isVip: boolean } | null;
  queueId: string | null;
  queueName: string | null;
  agentId: string | null;
  agentName: string | null;
  waitSeconds: number;
  talkSeconds: number;
  holdSeconds: number;
  wrapUpSeconds: number;
  ending: string | null;
  topic: string | null;
  result: string | null;
  note: string;
  caseNumber: number | null;
  recordings: RecordingPart[];
}

export interface HistoryPage {
  items: HistoryRow[];
  next: string | null;
}

export interface TimelineEntry {
  at: Instant;
  kind: string;
  agentName: string | null;
  /** What else the event says; its fields depend on the kind. */
  detail: Readonly<Record<string, unknown>>;
}

/** Why the last offer went to this agent. */
export interface RoutingDecision {
  strategy: string;
  skill: string;
  candidates: number;
  idleSeconds: number;
  runnerUpId: string | null;
  runnerUpIdleSeconds: number | null;
}

export interface HistoryDetail extends HistoryRow {
  decision: RoutingDecision | null;
  timeline: TimelineEntry[];
}

export interface CaseSummary {
  caseId: string;
  number: number;
  openedAt: Instant;
  status: string;
  topic: string | null;
  result: string | null;
  note: string;
  interactionIds: string[];
}

export interface ClientCard {
  id: string;
  kind: "individual" | "organization";
  displayName: string;
  greetingName: string;
  numbers: string[];
  isVip: boolean;
  personalManager: string | null;
  history: HistoryRow[];
  cases: CaseSummary[];
}

export interface CentreStatus {
  pbxLink: "connecting" | "up" | "down";
  queues: {
    id: string;
    name: string;
    waiting: number;
    longestWaitSeconds: number | null;
    estimatedWaitSeconds: number | null;
    estimateErrorSeconds: number | null;
  }[];
  agents: {
    id: string;
    name: string;
    status: AgentStatus;
    reason: string | null;
    since: Instant;
  }[];
}

/** RFC 9457 problem details; `type` is /problems/<code>. */
export interface ProblemDetails {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  retryAfterSeconds?: number;
}
