import type { FloorCaller } from "./floor";
import type { Instant } from "./shared";

/** A queue that the agent serves. */
export interface WorkQueue {
  id: string;
  name: string;
  answerWithinSeconds: number;
  secondsPerPriorityPoint: number;
  /** Whether its agents may take whom they choose. */
  mayPick: boolean;
}

export interface WorkSnapshot {
  sequence: number;
  serverNow: Instant;
  queues: WorkQueue[];
  callers: FloorCaller[];
}

/** What is absent has not changed. */
export interface WorkChange {
  sequence: number;
  serverNow: Instant;
  callers?: FloorCaller[];
  callersGone?: string[];
}
