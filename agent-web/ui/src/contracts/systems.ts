import type { Instant } from "./shared";

/** What a key of another system may be good for. */
export type ApiScope = "follow" | "control" | "agents" | "dial";

export interface ApiKey {
  id: string;
  name: string;
  scopes: ApiScope[];
  requestsPerMinute: number;
  createdAt: Instant;
  expiresAt: Instant | null;
  revokedAt: Instant | null;
  lastUsedAt: Instant | null;
}

export interface NewApiKey {
  name: string;
  scopes: ApiScope[];
  requestsPerMinute: number;
  expiresAt: Instant | null;
}

export interface WebHook {
  id: string;
  name: string;
  url: string;
  types: string[];
  isEnabled: boolean;
  createdAt: Instant;
  position: number;
  /** How far it is behind in the feed; zero: it has everything. */
  behind: number;
  attempts: number;
  dueAt: Instant | null;
  failure: string | null;
  deliveredAt: Instant | null;
  deadLetters: number;
}

export interface WebHookChange {
  name: string;
  url: string;
  types: string[];
  isEnabled: boolean;
  newSecret: boolean;
}

export interface DeadLetters {
  items: DeadLetter[];
  /** What came of the last that were sent again, the newest first, since the server started. */
  redelivered: Redelivery[];
  /** How many old ones there was no place for, since the server started, and when the last of them went. */
  forgotten: number;
  forgottenAt: Instant | null;
}

export interface Redelivery {
  sequence: number;
  subjectId: string;
  type: string;
  /** Null: it was taken. */
  failure: string | null;
  at: Instant;
}

export interface DeadLetter {
  sequence: number;
  subjectId: string;
  type: string;
  failure: string;
  failedAt: Instant;
  isWantedAgain: boolean;
}
