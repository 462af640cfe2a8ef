import { useEffect } from "react";
import type { EditorStore } from "../editorStore";
import { carried, carry } from "../localDraft";

/** Ctrl and a key. Keys are places on the keyboard, as everywhere in the page. */
const keys: Readonly<Record<string, (store: EditorStore) => void>> = {
  KeyZ: (store) => store.getState().undo(),
  KeyY: (store) => store.getState().redo(),
  "Shift+KeyZ": (store) => store.getState().redo(),
  KeyA: (store) => {
    const { select, drawing } = store.getState();
    select(drawing.present.nodes.map((node) => node.id));
  },
  KeyC: (store) => copy(store),
  KeyX: (store) => {
    if (copy(store)) store.getState().remove(store.getState().selected, []);
  },
  KeyV: (store) => store.getState().paste(carried()),
  KeyD: (store) => {
    const { copy: nodes, paste } = store.getState();
    paste(nodes());
  },
};

/** True when there was something to copy and the browser has kept it. */
export const copy = (store: EditorStore): boolean => {
  const nodes = store.getState().copy();
  return nodes.length > 0 && carry(nodes);
};

export const useEditorKeys = (store: EditorStore, onSave: () => void): void => {
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.code === "KeyS") {
        event.preventDefault();
        onSave();
        return;
      }
      const run = keys[`${event.shiftKey ? "Shift+" : ""}${event.code}`];
      if (run === undefined || isElsewhere(event.target)) return;
      event.preventDefault();
      run(store);
    };
    window.addEventListener("keydown", handle);
    return () => window.removeEventListener("keydown", handle);
  }, [store, onSave]);
};

/** Fields and dialogs have undo, copy and paste of their own. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable], .ant-modal, .ant-drawer") !== null;
