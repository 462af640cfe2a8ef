import { forget, keep, keysKept, readKept } from "../../shared/storage";
import type { Outgoing } from "./model/chat";

// What somebody has typed is his until the server has it: it outlives a reload, and another who signs in here.

const draftKey = (me: string, room: string): string => `crmums.chat.draft.${me}.${room}`;
const outboxPrefix = (me: string): string => `crmums.chat.outbox.${me}.`;

export const readDraft = (me: string, room: string): string =>
  readKept<string>(draftKey(me, room)) ?? "";

export const keepDraft = (me: string, room: string, text: string): void => {
  if (text === "") forget(draftKey(me, room));
  else keep(draftKey(me, room), text);
};

export const keepOutgoing = (me: string, outgoing: Outgoing): void => {
  keep(outboxPrefix(me) + outgoing.id, outgoing);
};

export const dropOutgoing = (me: string, id: string): void => forget(outboxPrefix(me) + id);

/** Whatever was on its way when the page went: nobody knows whether it arrived. */
export const readOutbox = (me: string): Outgoing[] =>
  keysKept(outboxPrefix(me))
    .map((key) => readKept<Outgoing>(key))
    .filter((outgoing) => outgoing !== null)
    .map(({ againAt, ...outgoing }): Outgoing => ({ ...outgoing, state: "failed" }))
    .sort((a, b) => a.at - b.at);
