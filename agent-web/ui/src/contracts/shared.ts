export type Language = "ru" | "uz" | "en";
export type Role = "agent" | "supervisor" | "administrator";

/** An instant in ISO-8601 UTC. */
export type Instant = string;

export interface CallerNumber {
  kind: "known" | "anonymous" | "malformed";
  shown: string;
}
