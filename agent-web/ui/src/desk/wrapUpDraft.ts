import type { WrapUpResult } from "../contracts/hub";
import { forget, keep, keysKept, readKept } from "../shared/storage";

/** What the agent has typed and the server does not have yet. */
export interface WrapUpDraft extends WrapUpResult {
  interactionId: string;
  /** Who called, to recognise the draft later. */
  caller: string;
}

const PREFIX = "crmums.wrap-up";
const prefixOf = (agentId: string): string => `${PREFIX}.${agentId}.`;
const keyOf = (agentId: string, interactionId: string): string => prefixOf(agentId) + interactionId;

export const emptyDraft = (interactionId: string, caller: string): WrapUpDraft => ({
  interactionId,
  caller,
  topic: null,
  result: null,
  note: "",
});

export const isEmptyDraft = (draft: WrapUpDraft): boolean =>
  draft.topic === null && draft.result === null && draft.note.trim() === "";

export const readDraft = (agentId: string, interactionId: string): WrapUpDraft | null =>
  readKept<WrapUpDraft>(keyOf(agentId, interactionId));

export const keepDraft = (agentId: string, draft: WrapUpDraft): boolean =>
  keep(keyOf(agentId, draft.interactionId), draft);

export const dropDraft = (agentId: string, interactionId: string): void =>
  forget(keyOf(agentId, interactionId));

/** Drafts of calls other than the one in hand: what the server has never accepted. */
export const strandedDrafts = (agentId: string, inHand: string | null): WrapUpDraft[] =>
  keysKept(prefixOf(agentId))
    .map((key) => readKept<WrapUpDraft>(key))
    .filter((draft) => draft !== null)
    .filter((draft) => draft.interactionId !== inHand && !isEmptyDraft(draft));
