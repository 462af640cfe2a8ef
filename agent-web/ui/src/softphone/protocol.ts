// What a page of others and our softphone in its frame say to each other (agent-web/CTI.md). Types only: the embedding
// script must stand alone.

export interface SoftphoneState {
  status: string;
  reason: string | null;
  call: SoftphoneCall | null;
}

export interface SoftphoneCall {
  interactionId: string;
  kind: string;
  stage: string;
  number: string;
  clientId: string | null;
  queueId: string;
  queueName: string;
  ending: string | null;
  screenPopUrl: string | null;
  isMuted: boolean;
  /** The last attempt to hand the call on; null when there was none. */
  transfer: SoftphoneTransfer | null;
}

export interface SoftphoneTransfer {
  state: "pending" | "failed";
  to: TransferTarget;
  /** A code, when it has failed. */
  failure: string | null;
  /** The same for people, in the agent's language. */
  words: string | null;
}

/** Whom a call is handed to, as in the commands of the CTI interface. */
export interface TransferTarget {
  kind: "agent" | "queue" | "skill" | "number";
  id: string;
  /** Of a skill, 1 to 10. */
  level?: number;
}

export type SoftphoneEvent =
  | { name: "agent-state"; detail: { status: string; reason: string | null } }
  | { name: CallEventName; detail: SoftphoneCall }
  | { name: "signed-in" | "signed-out"; detail: null };

export type CallEventName =
  | "call-offered"
  | "call-dialling"
  | "call-connected"
  | "call-held"
  | "call-resumed"
  | "call-muted"
  | "call-unmuted"
  | "call-transferring"
  | "call-transfer-failed"
  | "call-ended";

export interface SoftphoneCommands {
  dial: [number: string];
  answer: [];
  hold: [];
  resume: [];
  mute: [on: boolean];
  sendDigits: [digits: string];
  /** A text is a number. */
  transfer: [to: TransferTarget | string, note: string];
  hangUp: [];
  makeReady: [];
  makeNotReady: [reason: string];
}
export type SoftphoneCommandName = keyof SoftphoneCommands;

export interface SoftphoneReply {
  accepted: boolean;
  /** Why not: a refusal of the desk, `noCall`, `signedOut`, `busy`. */
  refusal: string | null;
  /** The same for people, in the agent's language. */
  words: string | null;
}

/** From the page of others to the frame. */
export type ToFrame =
  | { crmums: "hello" }
  | { crmums: "command"; id: number; name: SoftphoneCommandName; args: unknown[] };

/** From the frame to the page of others. */
export type FromFrame =
  | { crmums: "here" }
  | { crmums: "reply"; id: number; reply: SoftphoneReply }
  | { crmums: "event"; event: SoftphoneEvent; state: SoftphoneState };
