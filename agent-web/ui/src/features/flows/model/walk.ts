import type { FlowGraph, FlowNode } from "../../../contracts/flows";
import { nodeOf } from "./graph";

/** All nodes a caller can come to from one, that one included. */
export const reachableFrom = (
  graph: FlowGraph,
  from: string,
  passes: (node: FlowNode) => boolean = () => true,
): Set<string> => {
  const seen = new Set<string>();
  const ahead = [from];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    const node = nodeOf(graph, id);
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    if (passes(node)) ahead.push(...Object.values(node.exits));
  }
  return seen;
};

/** Nodes that come back to themselves through nodes of one kind only, themselves of that kind. */
export const circlesOf = (graph: FlowGraph, isOfKind: (node: FlowNode) => boolean): string[] =>
  graph.nodes
    .filter(isOfKind)
    .filter((node) =>
      Object.values(node.exits).some(
        (to) =>
          to === node.id ||
          (isOfKindById(graph, to, isOfKind) && reachableFrom(graph, to, isOfKind).has(node.id)),
      ),
    )
    .map((node) => node.id);

const isOfKindById = (
  graph: FlowGraph,
  id: string,
  isOfKind: (node: FlowNode) => boolean,
): boolean => {
  const node = nodeOf(graph, id);
  return node !== undefined && isOfKind(node);
};
