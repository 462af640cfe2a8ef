import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { FlowGraph } from "../../../contracts/flows";
import type { EditorState, EditorStore } from "../editorStore";
import type { Catalog } from "../model/catalog";
import type { FlowProblem } from "../model/problem";
import type { References } from "../model/references";

/** What every part of the editor knows: the drawing, and what surrounds it. */
export interface EditorSurroundings {
  store: EditorStore;
  catalog: Catalog;
  references: References;
  problems: readonly FlowProblem[];
  problemsByNode: ReadonlyMap<string, readonly FlowProblem[]>;
  callers: Readonly<Record<string, number>>;
}

const Surroundings = createContext<EditorSurroundings | null>(null);

export const EditorProvider = Surroundings.Provider;

export const useSurroundings = (): EditorSurroundings => {
  const value = useContext(Surroundings);
  if (value === null) throw new Error("Only inside an EditorProvider.");
  return value;
};

export const useEditor = <T>(pick: (state: EditorState) => T): T =>
  useStore(useSurroundings().store, pick);

export const useDrawing = (): FlowGraph => useEditor((state) => state.drawing.present);

/** The store's commands; they never change. */
export const useCommands = (): EditorState => useSurroundings().store.getState();
