import type { Instant, Language } from "./shared";

/** Everything an administrator sets up. An item left out of a PUT's body has the default of the server. */
export interface Rule {
  id: string;
}

export interface SettingsRule extends Rule {
  language: Language;
  noAnswersMax: number;
  inactivityMinutes: number;
  agentsSeeListeners: boolean;
  screenPopUrl: string;
  screenPopAutomatic: boolean;
  /** What those see whom agents call; empty: any of our numbers. */
  callerId: string;
  callsAbroad: boolean;
  outboundWrapUpSeconds: number;
}

export interface SkillRule extends Rule {
  name: string;
}

export interface GroupRule extends Rule {
  name: string;
  /** What those see whom its agents call; empty: what the centre's settings say. */
  callerId: string;
}

/** Music for those who wait or are held: prompts that follow each other. */
export interface MusicRule extends Rule {
  name: string;
  tracks: string[];
  /** In any order, anew for every caller. */
  shuffled: boolean;
}

/** Which number those see whom we call; the first in order whose conditions hold. */
export interface CallerIdRule extends Rule {
  name: string;
  callerId: string;
  /** How their numbers begin; empty: any. */
  prefixes: string[];
  groups: string[];
  queues: string[];
  order: number;
}

export interface AgentRule extends Rule {
  /** Skill to level, 1 to 10. */
  skills: Record<string, number>;
  groups: string[];
  /** Queue to preference, 1 to 9; empty: every queue that the skills fit. */
  queues: Record<string, number>;
  capacity: { voice: number; chat: number; voiceExcludesChat: boolean };
  autoAnswer: boolean;
  occupancyMaxPercent: number | null;
}

export interface RelaxationStep {
  afterSeconds: number;
  requirement: string;
}

export type TargetKind = "queue" | "flow" | "voicemail" | "hang-up";

export interface RuleTarget {
  kind: TargetKind;
  /** Empty where there is only one. */
  id: string;
}

export type OverflowWhen = "length" | "wait" | "closed" | "no-agents" | "estimated-wait";

export interface OverflowRule {
  when: OverflowWhen;
  threshold: number | null;
  target: RuleTarget | null;
  prompt: string;
}

export interface QueueRule extends Rule {
  name: string;
  channel: string;
  requirement: string;
  relaxation: RelaxationStep[];
  groups: string[];
  strategy: string;
  weights: Record<string, number>;
  language: Language;
  music: string;
  answerWithinSeconds: number;
  ringSeconds: number;
  wrapUpSeconds: number;
  wrapUpExtensionSeconds: number;
  waitingMax: number;
  announcement: {
    firstAfterSeconds: number;
    everySeconds: number;
    position: boolean;
    estimatedWait: boolean;
  } | null;
  callback: {
    offerAfterSeconds: number | null;
    offerAtEstimatedWaitSeconds: number | null;
    attemptsMax: number;
    retrySeconds: number;
  } | null;
  overflow: OverflowRule[];
  calendar: string | null;
  lastAgent: { withinMinutes: number; waitSeconds: number } | null;
  personalManagerWaitSeconds: number | null;
  agentsMayPick: boolean;
  secondsPerPriorityPoint: number;
}

export interface PriorityRule extends Rule {
  name: string;
  numbers: string[];
  vip: boolean | null;
  clientKind: "individual" | "organization" | null;
  debt: boolean | null;
  topics: string[];
  calendar: string | null;
  /** -100 to 100, not 0. */
  points: number;
}

export const weekDays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type WeekDay = (typeof weekDays)[number];

/** From when to when, as hh:mm; the end of a day is 24:00. */
export interface DayHours {
  from: string;
  to: string;
}

export interface CalendarRule extends Rule {
  name: string;
  timeZone: string;
  week: (DayHours & { day: WeekDay })[];
  /** Days on which the week does not hold; without hours: closed. `date` is yyyy-mm-dd. */
  /** Of a yearly one only month and day count. */
  holidays: { date: string; yearly: boolean; name: string; hours: DayHours[] }[];
}

export interface ReasonRule extends Rule {
  names: Record<Language, string>;
  limitMinutes: number | null;
  /** #rrggbb */
  colour: string;
  choosable: boolean;
  position: number;
}

export interface BlackListRule extends Rule {
  number: string;
  prefix: boolean;
  reason: string;
  expiresAt: Instant | null;
  treatment: "reject" | "busy" | "prompt";
  prompt: string;
}

export interface NumberRule extends Rule {
  name: string;
  target: RuleTarget | null;
  greeting: string;
}

/** What the pages of administration need of a flow; the editor of flows knows the rest. */
export interface FlowRule extends Rule {
  name: string;
  publishedVersion: number | null;
}

export interface RuleKinds {
  settings: SettingsRule;
  skill: SkillRule;
  group: GroupRule;
  agent: AgentRule;
  queue: QueueRule;
  priority: PriorityRule;
  calendar: CalendarRule;
  reason: ReasonRule;
  "black-list": BlackListRule;
  number: NumberRule;
  flow: FlowRule;
  music: MusicRule;
  "caller-id": CallerIdRule;
}
export type RuleKind = keyof RuleKinds;

export interface CentreRules {
  version: number;
  kinds: { readonly [K in RuleKind]?: RuleKinds[K][] };
}

/** Why an item makes no sense. `field` is a path: `overflow[0].target.id`; empty for the whole. */
export interface RuleProblem {
  code: string;
  field: string;
  args: Readonly<Record<string, string>>;
}

/** One change of one item; `before` is null when it was made, `after` when it was removed. */
export interface RuleChange {
  version: number;
  kind: RuleKind;
  id: string;
  at: Instant;
  author: string;
  authorName?: string | null;
  note?: string;
  before: Rule | null;
  after: Rule | null;
}

export interface RuleChangesPage {
  items: RuleChange[];
  next: number | null;
}
