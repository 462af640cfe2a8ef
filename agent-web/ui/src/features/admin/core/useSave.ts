import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { rulesApi } from "../../../connection/rulesApi";
import type { Rule, RuleProblem } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import { useAdmin } from "./adminContext";
import { changeItem, type Outcome } from "./changeItem";
import { dropDraft } from "./drafts";
import type { Kind } from "./kind";
import { keyProblems } from "./useCheck";
import type { OpenItem } from "./useItem";

/** What the server refused, and about which words; other words may be right. */
export interface Refusal {
  item: Rule;
  problems: readonly RuleProblem[];
}

interface Saving {
  isBusy: boolean;
  refusal: Refusal | null;
  /** True: it holds. */
  save(): Promise<boolean>;
  remove(): Promise<boolean>;
}

/** Saves and removes one item; what comes of it is said in words. */
export const useSave = (kind: Kind, draftId: string, open: OpenItem | null): Saving => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { rules, view, refresh } = useAdmin();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (open === null) return { isBusy, refusal, save: fails, remove: fails };
  const { item, saved } = open;

  const carryOut = async (
    send: (version: number) => Promise<{ version: number }>,
  ): Promise<Outcome> => {
    const outcome = await changeItem({
      kind: kind.kind,
      id: item.id,
      base: open.draft === null ? saved : open.draft.base,
      known: rules,
      fresh: refresh,
      send,
    });
    if (outcome.kind === "refused") setRefusal({ item, problems: outcome.problems });
    if (outcome.kind === "changed") void message.warning(t("admin.changedMeanwhile"));
    if (outcome.kind === "failed")
      void message.error(t("admin.notSaved", { why: wordsFor("adminFault", outcome.code) }));
    return outcome;
  };
  const busily = async (work: () => Promise<boolean>): Promise<boolean> => {
    setBusy(true);
    try {
      return await work();
    } finally {
      setBusy(false);
    }
  };

  return {
    isBusy,
    refusal,
    save: () =>
      busily(async () => {
        const own = keyProblems(kind, open, view.find(kind.kind, item.id) !== null);
        if (own.length > 0) {
          setRefusal({ item, problems: own });
          return false;
        }
        const outcome = await carryOut((version) => rulesApi.put(kind.kind, item, version));
        if (outcome.kind !== "done") return false;
        await settle(refresh);
        dropDraft(kind.kind, draftId);
        setRefusal(null);
        void message.success(t("admin.saved", { version: outcome.version }));
        return true;
      }),
    remove: () =>
      busily(async () => {
        const outcome = await carryOut((version) => rulesApi.remove(kind.kind, item.id, version));
        if (outcome.kind !== "done") return false;
        dropDraft(kind.kind, draftId);
        await settle(refresh);
        void message.success(t("admin.removed", { name: kind.title(item, view) }));
        return true;
      }),
  };
};

const fails = async (): Promise<boolean> => false;

/** The rules as they are now; when the server goes away at this moment, the next look finds them. */
const settle = async (refresh: () => Promise<unknown>): Promise<void> => {
  try {
    await refresh();
  } catch {
    // What was done is done.
  }
};
