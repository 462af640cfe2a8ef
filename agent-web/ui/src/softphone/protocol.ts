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
  | "call-ended";

export interface SoftphoneCommands {
  dial: [number: string];
  answer: [];
  hold: [];
  resume: [];
  hangUp: [];
  makeReady: [];
  makeNotReady: [reason: string];
}
export type SoftphoneCommandName = keyof SoftphoneCommands;

export interface SoftphoneReply {
  accepted: boolean;
  /** Why not: a refusal of the desk, `noCall`, `signedOut`. */
  refusal: string | null;
}

/** From the page of others to the frame. */
export type ToFrame =
  | { crmums: "hello" }
  | { crmums: "command"; id: number; name: SoftphoneCommandName; args: string[] };

/** From the frame to the page of others. */
export type FromFrame =
  | { crmums: "here" }
  | { crmums: "reply"; id: number; reply: SoftphoneReply }
  | { crmums: "event"; event: SoftphoneEvent; state: SoftphoneState };
