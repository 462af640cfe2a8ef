import { createStore, type StoreApi } from "zustand";
import type { FlowGraph, FlowNode, FlowNodeType } from "../../contracts/flows";
import type { Catalog } from "./model/catalog";
import { copyNodes, pasteNodes } from "./model/clipboard";
import { sameGraph } from "./model/diff";
import {
  addNode,
  changeSetting,
  connect,
  disconnect,
  moveNodes,
  nodeOf,
  type Point,
  removeNodes,
  startAt,
} from "./model/graph";
import { layOut } from "./model/layout";
import { commit, redo, type Undoable, undo, undoable } from "./model/undo";

/** One flow being drawn: every change goes through here and can be undone. */
export interface EditorState {
  drawing: Undoable<FlowGraph>;
  selected: readonly string[];
  /** The draft as the server has it. */
  saved: FlowGraph;
  isDirty: boolean;
  change: (next: (graph: FlowGraph) => FlowGraph, tag?: string) => void;
  select: (ids: readonly string[]) => void;
  add: (type: FlowNodeType, at: Point) => string;
  /** Adds a node and leads an exit to it: one step. */
  addBehind: (type: FlowNodeType, at: Point, from: string, exit: string) => string;
  remove: (ids: readonly string[], ways: readonly { from: string; exit: string }[]) => void;
  move: (places: ReadonlyMap<string, Point>) => void;
  connect: (from: string, exit: string, to: string | null) => void;
  /** Leads a way elsewhere, or lets it begin at another exit. */
  moveWay: (
    from: string,
    exit: string,
    newFrom: string,
    newExit: string | null,
    to: string,
  ) => void;
  set: (node: FlowNode, key: string, value: unknown) => void;
  rename: (name: string) => void;
  startAt: (id: string) => void;
  layOut: () => void;
  copy: () => FlowNode[];
  paste: (nodes: readonly FlowNode[]) => void;
  undo: () => void;
  redo: () => void;
  /** The server has taken this drawing. */
  wasSaved: (graph: FlowGraph) => void;
}

export type EditorStore = StoreApi<EditorState>;

export const createEditor = (saved: FlowGraph, drawn: FlowGraph, catalog: Catalog): EditorStore =>
  createStore<EditorState>((setState, get) => {
    const become = (drawing: Undoable<FlowGraph>, selected = get().selected): void => {
      const there = selected.filter((id) => nodeOf(drawing.present, id) !== undefined);
      setState({
        drawing,
        selected: there.length === selected.length ? selected : there,
        isDirty: !sameGraph(get().saved, drawing.present),
      });
    };
    const change: EditorState["change"] = (next, tag) =>
      become(commit(get().drawing, next(get().drawing.present), tag));

    return {
      drawing: undoable(drawn),
      selected: [],
      saved,
      isDirty: !sameGraph(saved, drawn),
      change,
      select: (ids) => {
        if (ids.join() !== get().selected.join()) setState({ selected: ids });
      },
      add: (type, at) => {
        const added = addNode(get().drawing.present, type, at);
        become(commit(get().drawing, added.graph), [added.id]);
        return added.id;
      },
      addBehind: (type, at, from, exit) => {
        const added = addNode(get().drawing.present, type, at);
        become(commit(get().drawing, connect(added.graph, from, exit, added.id)), [added.id]);
        return added.id;
      },
      remove: (ids, ways) =>
        change((graph) =>
          ways.reduce(
            (left, { from, exit }) => disconnect(left, from, exit),
            removeNodes(graph, new Set(ids)),
          ),
        ),
      move: (places) => change((graph) => moveNodes(graph, places)),
      connect: (from, exit, to) =>
        change((graph) =>
          to === null ? disconnect(graph, from, exit) : connect(graph, from, exit, to),
        ),
      moveWay: (from, exit, newFrom, newExit, to) =>
        change((graph) => connect(disconnect(graph, from, exit), newFrom, newExit ?? exit, to)),
      set: (node, key, value) =>
        change(
          (graph) => changeSetting(graph, catalog.get(node.type), node.id, key, value),
          `set ${node.id} ${key}`,
        ),
      rename: (name) => change((graph) => ({ ...graph, name }), "rename"),
      startAt: (id) => change((graph) => startAt(graph, id)),
      layOut: () => change((graph) => layOut(graph, catalog)),
      copy: () => copyNodes(get().drawing.present, new Set(get().selected)),
      paste: (nodes) => {
        const pasted = pasteNodes(get().drawing.present, nodes);
        become(commit(get().drawing, pasted.graph), pasted.ids);
      },
      undo: () => become(undo(get().drawing)),
      redo: () => become(redo(get().drawing)),
      wasSaved: (graph) =>
        setState({ saved: graph, isDirty: !sameGraph(graph, get().drawing.present) }),
    };
  });
