import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { flowsApi } from "../../../connection/flowsApi";
import { Problem } from "../../../connection/restClient";
import type { FlowRule } from "../../../contracts/flows";
import type { EditorStore } from "../editorStore";
import { useRules } from "../flowQueries";
import { type FlowProblem, placed } from "../model/problem";
import { usableGraph } from "../model/usable";
import { failureWords, refusalsOf } from "../words";
import { saveDraft } from "./saving";

export interface FlowCommands {
  busy: "save" | "publish" | null;
  /** What the server refused to publish for. */
  refused: readonly FlowProblem[];
  conflict: FlowRule | null;
  /** True when the server has the draft as it is drawn. */
  save: () => Promise<boolean>;
  publish: () => Promise<void>;
  overwrite: () => Promise<void>;
  takeTheirs: () => void;
}

/** Saving and publishing, and what can come between. */
export const useFlowCommands = (id: string, store: EditorStore): FlowCommands => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { data: rules } = useRules();
  const [busy, setBusy] = useState<FlowCommands["busy"]>(null);
  const [conflict, setConflict] = useState<FlowRule | null>(null);
  const [refused, setRefused] = useState<readonly FlowProblem[]>([]);

  const save = async (): Promise<boolean> => {
    const { drawing, saved, isDirty } = store.getState();
    if (rules === undefined) return false;
    if (!isDirty) return true;
    const graph = drawing.present;
    const outcome = await saveDraft(rules, id, graph, saved);
    await queries.invalidateQueries({ queryKey: ["rules"] });
    switch (outcome.kind) {
      case "saved":
        store.getState().wasSaved(graph);
        return true;
      case "conflict":
        setConflict(outcome.theirs);
        return false;
      case "failed":
        message.error(failureWords(outcome.problem));
        return false;
    }
  };
  const publish = async (): Promise<void> => {
    setRefused([]);
    if (!(await save())) return;
    try {
      await flowsApi.publish(id);
      message.success(t("flow.published"));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const graph = store.getState().drawing.present;
      setRefused(refusalsOf(error).map((found) => placed(found, graph)));
      message.error(refusalsOf(error).length > 0 ? t("flow.notPublished") : failureWords(error));
    }
    await queries.invalidateQueries({ queryKey: ["rules"] });
  };
  const during = async <T,>(what: "save" | "publish", work: () => Promise<T>): Promise<T> => {
    setBusy(what);
    try {
      return await work();
    } finally {
      setBusy(null);
    }
  };

  return {
    busy,
    refused,
    conflict,
    save: () => during("save", save),
    publish: () => during("publish", publish),
    overwrite: async () => {
      if (conflict !== null) store.getState().wasSaved(usableGraph(conflict));
      setConflict(null);
      await during("save", save);
    },
    takeTheirs: () => {
      if (conflict === null) return;
      store.getState().wasSaved(usableGraph(conflict));
      store.getState().change(() => usableGraph(conflict));
      setConflict(null);
    },
  };
};
