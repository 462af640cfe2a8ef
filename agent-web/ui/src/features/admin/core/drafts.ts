import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Rule, RuleKind } from "../../../contracts/rules";
import { forget, keep, keysKept, readKept } from "../../../shared/storage";

/** What was typed and not saved. */
export interface Draft {
  item: Rule;
  /** What the server had when the typing began; null: nothing. */
  base: Rule | null;
  isTouched: boolean;
}

interface Drafts {
  employeeId: string;
  byKey: Readonly<Record<string, Draft>>;
  /** The browser has kept them all. */
  isKept: boolean;
}

const store = createStore<Drafts>(() => ({ employeeId: "", byKey: {}, isKept: true }));
const prefixOf = (employeeId: string): string => `crmums.rules.${employeeId}.`;

/** A key under which a new item is kept until it has its own. */
export const newDraftId = (): string => `~${Date.now().toString(36)}`;
export const isNewDraft = (id: string): boolean => id.startsWith("~");
export const draftKey = (kind: RuleKind, id: string): string => `${kind}/${id}`;

/** Drafts are those of one employee, also when others use this computer. */
export const openDrafts = (employeeId: string): void => {
  const prefix = prefixOf(employeeId);
  const byKey: Record<string, Draft> = {};
  for (const key of keysKept(prefix)) {
    const draft = readKept<Draft>(key);
    if (draft !== null) byKey[key.slice(prefix.length)] = draft;
  }
  store.setState({ employeeId, byKey, isKept: true });
};

export const putDraft = (kind: RuleKind, id: string, draft: Draft): void => {
  const key = draftKey(kind, id);
  const { employeeId, byKey } = store.getState();
  const isKept = keep(prefixOf(employeeId) + key, draft);
  store.setState({ byKey: { ...byKey, [key]: draft }, isKept });
};

export const dropDraft = (kind: RuleKind, id: string): void => {
  const key = draftKey(kind, id);
  const { employeeId, byKey } = store.getState();
  const { [key]: dropped, ...rest } = byKey;
  if (dropped === undefined) return;
  forget(prefixOf(employeeId) + key);
  store.setState({ byKey: rest });
};

export const readDraft = (kind: RuleKind, id: string): Draft | null =>
  store.getState().byKey[draftKey(kind, id)] ?? null;

export const useDraft = (kind: RuleKind, id: string): Draft | null =>
  useStore(store, (state) => state.byKey[draftKey(kind, id)] ?? null);

export const useDrafts = (): Readonly<Record<string, Draft>> =>
  useStore(store, (state) => state.byKey);

export const useAreDraftsKept = (): boolean => useStore(store, (state) => state.isKept);
