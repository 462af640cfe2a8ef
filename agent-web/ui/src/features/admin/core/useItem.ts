import type { Rule } from "../../../contracts/rules";
import { same } from "../../../shared/same";
import { freeKey, slug } from "../../../shared/slug";
import { useAdmin } from "./adminContext";
import { type Draft, dropDraft, isNewDraft, putDraft, useDraft } from "./drafts";
import type { Kind } from "./kind";
import type { RulesView } from "./rulesView";

export interface OpenItem {
  item: Rule;
  /** What the server has now. */
  saved: Rule | null;
  draft: Draft | null;
  isNew: boolean;
  /** Somebody has changed it since the typing began. */
  isStale: boolean;
  change(part: Partial<Rule>): void;
  /** Goes on from what the server has now, with what was typed. */
  keepMine(): void;
  discard(): void;
}

/** One item under the hands of somebody: what he typed, or else what the server has. */
export const useItem = (kind: Kind, id: string): OpenItem | null => {
  const { view } = useAdmin();
  const draft = useDraft(kind.kind, id);
  const isNew = isNewDraft(id);
  const saved: Rule | null = isNew ? null : view.find(kind.kind, id);
  const start = saved ?? unsavedItem(kind, id, view);
  const item = draft?.item ?? start;
  if (item === null) return null;

  const base = draft === null ? saved : draft.base;
  return {
    item,
    saved,
    draft,
    isNew,
    isStale: draft !== null && !same(base, saved),
    change(part) {
      const next = isNew ? withKey(kind, item, { ...item, ...part }, view) : { ...item, ...part };
      if (!isNew && same(next, start) && same(base, saved)) dropDraft(kind.kind, id);
      else putDraft(kind.kind, id, { item: next, base, isTouched: true });
    },
    keepMine: () => putDraft(kind.kind, id, { item, base: saved, isTouched: true }),
    discard: () => dropDraft(kind.kind, id),
  };
};

const unsavedItem = (kind: Kind, id: string, view: RulesView): Rule | null =>
  kind.unsaved?.(view).find((item) => item.id === id) ??
  (kind.single === id ? kind.empty(view) : null);

/** The key of a new item follows its name until somebody types another. */
const withKey = (kind: Kind, before: Rule, after: Rule, view: RulesView): Rule => {
  if (kind.keySource === "typed" || kind.keySource === "given") return after;
  const isOwn = after.id !== before.id || before.id !== suggestedKey(kind, before, view);
  if (kind.keySource === "named" && isOwn && after.id !== "") return after;
  return { ...after, id: suggestedKey(kind, after, view) };
};

export const suggestedKey = (kind: Kind, item: Rule, view: RulesView): string => {
  const key = slug(kind.suggestKey?.(item) ?? kind.title(item, view));
  return key === "" ? "" : freeKey(key, (taken) => view.find(kind.kind, taken) !== null);
};
