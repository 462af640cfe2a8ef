import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { EditorStore } from "../editorStore";
import { forgetDraft, keepDraft } from "../localDraft";

/** Every change is kept in this browser until the server has it. False when the browser refuses. */
export const useKeptDraft = (store: EditorStore, employee: string, flowId: string): boolean => {
  const graph = useStore(store, (state) => state.drawing.present);
  const base = useStore(store, (state) => state.saved);
  const isDirty = useStore(store, (state) => state.isDirty);
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (isDirty) {
      setKept(keepDraft(employee, flowId, { graph, base, at: new Date().toISOString() }));
    } else forgetDraft(employee, flowId);
  }, [graph, base, isDirty, employee, flowId]);
  return isKept;
};
