import type { AgentStatus, CallKind } from "./hub";
import type { RuleProblem } from "./rules";
import type { CallerNumber, Instant, Language, Role } from "./shared";
import type { GivenScore } from "./surveys";

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

/** Why an agent takes no calls: of the rules, in the order shown. */
export interface Reason {
  code: string;
  names: Record<Language, string>;
  /** As `#rrggbb`. */
  colour: string;
  limitMinutes: number | null;
  choosable: boolean;
}

export interface DeskOptions {
  /** Those that an agent may choose. */
  notReadyReasons: string[];
  reasons: Reason[];
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

/** One voice of a recording, and when it was there. */
export interface RecordingLane {
  role: "line" | "client" | "outside" | "colleague" | "agent" | "supervisor";
  /** Of an employee, or a number; null for the client and the line. */
  name: string | null;
  /** Alone on the left channel; all others share the right one. */
  isRecorded: boolean;
  spans: LaneSpan[];
}

export interface LaneSpan {
  heard: "talks" | "muted" | "whispers" | "listens" | "flow" | "queue" | "hold" | "audioLost";
  fromSeconds: number;
  toSeconds: number;
}

export interface HistoryRow {
  interactionId: string;
  arrivedAt: Instant;
  direction: "inbound" | "outbound" | "internal";
  dialled: string;
  number: CallerNumber;
  client: { id: string; displayName: string; isVip: boolean } | null;
  queueId: string | null;
  queueName: string | null;
  agentId: string | null;
  agentName: string | null;
  /** Who had it before it became somebody else's. */
  formerAgentIds: string[];
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

/** One agent's day in the centre's zone; `from` and `to` are its midnights. */
export interface AgentDay {
  agentId: string;
  name: string;
  date: string;
  timeZone: string;
  from: Instant;
  to: Instant;
  serverNow: Instant;
  spans: AgentSpan[];
}

/** One state; `to` is null while it lasts. */
export interface AgentSpan {
  status: AgentStatus;
  reason: string | null;
  interactionId: string | null;
  from: Instant;
  to: Instant | null;
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
  /** Why this agent, of an offer. */
  decision: RoutingDecision | null;
}

/** Why an offer went to this agent. */
export interface RoutingDecision {
  strategy: string;
  skill: string;
  candidates: number;
  idleSeconds: number;
  runnerUpId: string | null;
  runnerUpIdleSeconds: number | null;
  /** Everything it was based on; absent in decisions of before it was kept. */
  grounds?: RoutingGrounds | null;
}

export interface RoutingGrounds {
  queue: string;
  /** How many steps of relaxation had been reached. */
  step: number;
  rulesVersion: number;
  priority: number;
  /** Why the caller waited for this very agent. */
  personal: string | null;
  /** The best candidates, best first. */
  ranking: RoutingCandidate[];
  exclusions: RoutingExclusion[];
  /** How many could have served the caller and were not free. */
  excludedTotal: number;
}

export interface RoutingCandidate {
  agent: string;
  /** The agent's preference for the queue; the lower goes first. */
  preference: number;
  /** What the strategy compared, the unit in the name. */
  terms: { name: string; value: number }[];
}

export interface RoutingExclusion {
  agent: string;
  /** `talking`, `not-ready:lunch`, … */
  code: string;
}

export interface HistoryDetail extends HistoryRow {
  /** Of the last offer. */
  decision: RoutingDecision | null;
  timeline: TimelineEntry[];
  /** What people call that which the timeline names by its key. */
  names: Readonly<Record<"queue" | "flow" | "skill" | "person", Readonly<Record<string, string>>>>;
  /** What the client thinks of it, oldest answer first. */
  scores: GivenScore[];
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
    limitAt: Instant | null;
    obstacle: string | null;
    occupancyPercent: number;
    contactsToday: number;
    /** The talk that a supervisor can go into. */
    talkId: string | null;
  }[];
  reasons: Reason[];
}

/** Whom an agent can call, or bring a call to. */
export interface Directory {
  agents: Colleague[];
  queues: {
    id: string;
    name: string;
    waiting: number;
    agents: number | null;
    estimatedWaitSeconds: number | null;
  }[];
  skills: DirectorySkill[];
}

/** What of it has changed; null: nothing of that kind. */
export interface DirectoryChange {
  agents: Colleague[] | null;
  agentsGone: string[] | null;
  queues: Directory["queues"] | null;
  skills: DirectorySkill[] | null;
}

/** A skill: how many who have it can answer now, and how many are here. */
export interface DirectorySkill {
  id: string;
  name: string;
  ready: number;
  signedIn: number;
}

export interface Colleague {
  id: string;
  name: string;
  /** Null: he does not say, and nobody knows. */
  status: AgentStatus | null;
  reason: string | null;
  since: Instant | null;
  /** Only then can he be called, asked, brought in. */
  available: boolean;
  /** Level by skill. */
  skills: Readonly<Record<string, number>>;
  groups: string[];
}

/** Somebody who waits for an agent. */
export interface WaitingCaller {
  interactionId: string;
  kind: CallKind;
  queueId: string;
  queueName: string;
  number: CallerNumber;
  client: { id: string; displayName: string; isVip: boolean } | null;
  since: Instant;
  /** With all that adds to it. */
  priority: number;
  /** What of it somebody gave by hand. */
  pointsGiven: number;
}

/** RFC 9457 problem details; `type` is /problems/<code>. */
export interface ProblemDetails {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  retryAfterSeconds?: number;
  /** `rule-refused`: what makes no sense, by field. */
  problems?: RuleProblem[];
  /** `rules-changed`: the version that holds now. */
  version?: number;
}
