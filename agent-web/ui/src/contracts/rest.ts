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
  iceServers: RTCIceServer[];
}

export interface RecordingPart {
  recordingId: string;
  part: number;
  seconds: number | null;
  state: "pending" | "ready" | "failed";
  talkStartsAtSeconds: number | null;
}

export interface HistoryRow {
  interactionId: string;
  arrivedAt: Instant;
  direction: string;
  number: CallerNumber;
  client: { id: string; displayName: string; isVip: boolean } | null;
  queueId: string | null;
  queueName: string | null;
  agentId: string | null;
  agentName: string | null;
  waitSeconds: number | null;
  talkSeconds: number | null;
  wrapUpSeconds: number | null;
  ending: string | null;
  topic: string | null;
  result: string | null;
  note: string | null;
  caseNumber: string | number | null;
  recordings: RecordingPart[];
}

export interface HistoryPage {
  items: HistoryRow[];
  next: string | null;
}

export interface TimelineEntry {
  at: Instant;
  kind: string;
  agentName?: string | null;
  /** What else the event says; its shape depends on the kind. */
  detail?: unknown;
}

export interface HistoryDetail extends HistoryRow {
  timeline: TimelineEntry[];
}

export interface CaseSummary {
  caseId: string;
  number: string | number;
  openedAt: Instant;
  status: string;
  topic: string | null;
  result: string | null;
  note: string | null;
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
  pbxLink: string;
  queues: { id: string; name: string; waiting: number; longestWaitSeconds: number | null }[];
  agents: {
    id: string;
    name: string;
    status: AgentStatus;
    reason: string | null;
    since: Instant | null;
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
