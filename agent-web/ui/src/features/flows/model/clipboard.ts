import type { FlowGraph, FlowNode } from "../../../contracts/flows";
import { freeId, GRID } from "./graph";

/** Nodes as they are carried away: ways among them stay, ways out of them do not. */
export const copyNodes = (graph: FlowGraph, ids: ReadonlySet<string>): FlowNode[] =>
  graph.nodes
    .filter((node) => ids.has(node.id))
    .map((node) => ({
      ...node,
      exits: Object.fromEntries(Object.entries(node.exits).filter(([, to]) => ids.has(to))),
    }));

const SHIFT = 2 * GRID;

/** Puts carried nodes beside the places they came from, under ids of their own. */
export const pasteNodes = (
  graph: FlowGraph,
  carried: readonly FlowNode[],
): { graph: FlowGraph; ids: string[] } => {
  const isTaken = (x: number, y: number) =>
    graph.nodes.some((node) => node.x === x && node.y === y);
  let shift = 0;
  while (carried.some((node) => isTaken(node.x + shift, node.y + shift))) shift += SHIFT;

  let pasted = graph;
  const names = new Map<string, string>();
  for (const node of carried) {
    const id = freeId(pasted, node.type);
    names.set(node.id, id);
    const copy = { ...node, id, x: node.x + shift, y: node.y + shift };
    pasted = { ...pasted, nodes: [...pasted.nodes, copy] };
  }
  const ids = new Set(names.values());
  const nodes = pasted.nodes.map((node) => (ids.has(node.id) ? withNames(node, names) : node));
  const start = graph.nodes.length === 0 ? ([...ids][0] ?? null) : graph.start;
  return { graph: ids.size === 0 ? graph : { ...pasted, nodes, start }, ids: [...ids] };
};

const withNames = (node: FlowNode, names: ReadonlyMap<string, string>): FlowNode => ({
  ...node,
  exits: Object.fromEntries(
    Object.entries(node.exits).flatMap(([exit, to]) => {
      const name = names.get(to);
      return name === undefined ? [] : [[exit, name]];
    }),
  ),
});
