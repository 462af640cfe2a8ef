import type { ChatMessage } from "../contracts/chat";
import type { AgentFigures } from "../contracts/floor";
import type { AgentView, CallView, DeskEvent, DeskSnapshot } from "../contracts/hub";
import type { Directory } from "../contracts/rest";
import { assertNever } from "../shared/assertNever";
import { foldDirectory } from "./directory";

/** What the server has told this page. Changed by folding events and snapshots, and by nothing else. */
export interface Desk {
  readonly sequence: number;
  /** An event was missed, or nothing is known yet: only a snapshot helps. */
  readonly needsSnapshot: boolean;
  /** Events that came while a snapshot was awaited; folded once it is here. */
  readonly pending: readonly DeskEvent[];
  /** Add this to the page's clock to get the server's, in milliseconds. */
  readonly clockAheadMs: number;
  readonly agent: AgentView | null;
  readonly call: CallView | null;
  /** The agent's own figures of today; null until they are known. */
  readonly figures: AgentFigures | null;
  /** Grows whenever somebody has told the agent something. */
  readonly noticesTurn: number;
  /** The last message heard; each is a new object. */
  readonly chatSaid: ChatMessage | null;
  /** Grows whenever messages may have been missed. */
  readonly chatTurn: number;
  /** Colleagues as they are now, while they are looked at; null until they are known. */
  readonly directory: Directory | null;
  /** Why the server closed this desk; null while it is open. */
  readonly signedOut: string | null;
}

/** More than this while waiting for one snapshot: the oldest go, and the gap asks for another snapshot. */
const PENDING_MAX = 200;

export const emptyDesk: Desk = {
  sequence: 0,
  needsSnapshot: true,
  pending: [],
  clockAheadMs: 0,
  agent: null,
  call: null,
  figures: null,
  noticesTurn: 0,
  chatSaid: null,
  chatTurn: 0,
  directory: null,
  signedOut: null,
};

export const foldDesk = (desk: Desk, event: DeskEvent): Desk => {
  if (event.type === "signedOut") return { ...desk, signedOut: event.reason, call: null };
  if (desk.needsSnapshot) return { ...desk, pending: [...desk.pending, event].slice(-PENDING_MAX) };
  if (event.sequence <= desk.sequence) return desk; // Seen before, or older than the snapshot.
  if (event.sequence > desk.sequence + 1) {
    return { ...desk, needsSnapshot: true, pending: [event] };
  }

  const next = { ...desk, sequence: event.sequence };
  switch (event.type) {
    case "agentChanged":
      return { ...next, agent: event.agent };
    case "callChanged":
      return { ...next, call: event.call };
    case "figuresChanged":
      return { ...next, figures: event.figures };
    case "noticesChanged":
      return { ...next, noticesTurn: desk.noticesTurn + 1 };
    case "chatSaid":
      return { ...next, chatSaid: event.message };
    case "directoryShown":
      return { ...next, directory: event.directory };
    case "directoryChanged":
      return { ...next, directory: foldDirectory(desk.directory, event.change) };
    default:
      return assertNever(event);
  }
};

/** A snapshot replaces what was known, then the events that overtook it are folded in their order. */
export const foldSnapshot = (desk: Desk, snapshot: DeskSnapshot, clockAheadMs: number): Desk => {
  const taken: Desk = {
    sequence: snapshot.sequence,
    needsSnapshot: false,
    pending: [],
    clockAheadMs,
    agent: snapshot.agent,
    call: snapshot.call,
    figures: desk.figures,
    noticesTurn: desk.noticesTurn + 1, // Whatever was said while the link was away.
    chatSaid: desk.chatSaid,
    chatTurn: desk.chatTurn + 1,
    directory: desk.directory, // Old until it is shown anew, which the session asks for.
    signedOut: desk.signedOut,
  };
  return desk.pending.toSorted((a, b) => a.sequence - b.sequence).reduce(foldDesk, taken);
};

/** Nobody looks at the colleagues any more: whoever looks again shall not see them as they were. */
export const foldDirectoryLeft = (desk: Desk): Desk => ({ ...desk, directory: null });

/** The connection was lost: what is shown stays, but it may be old. Numbers start anew. */
export const foldLinkLost = (desk: Desk): Desk => ({ ...desk, needsSnapshot: true, pending: [] });
