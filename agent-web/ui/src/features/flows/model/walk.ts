import type { FlowGraph, FlowNode } from "../../../contracts/flows";

type Nodes = ReadonlyMap<string, FlowNode>;

export const byId = (graph: FlowGraph): Nodes =>
  new Map(graph.nodes.map((node) => [node.id, node]));

/** All nodes a caller can come to from one, that one included. */
export const reachableFrom = (
  nodes: Nodes,
  from: string,
  passes: (node: FlowNode) => boolean = () => true,
): Set<string> => {
  const seen = new Set<string>();
  const ahead = [from];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    const node = nodes.get(id);
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    if (passes(node)) ahead.push(...Object.values(node.exits));
  }
  return seen;
};

/** All nodes from which a caller can come to one of a kind, those of the kind included. */
export const leadingTo = (
  graph: FlowGraph,
  isOfKind: (node: FlowNode) => boolean,
): ReadonlySet<string> => {
  const before = new Map<string, string[]>();
  for (const node of graph.nodes) {
    for (const to of Object.values(node.exits)) {
      before.set(to, [...(before.get(to) ?? []), node.id]);
    }
  }
  const found = new Set<string>();
  const ahead = graph.nodes.filter(isOfKind).map((node) => node.id);
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    ahead.push(...(before.get(id) ?? []));
  }
  return found;
};

/** Nodes that come back to themselves through nodes of one kind only, themselves of that kind. */
export const circlesOf = (nodes: Nodes, isOfKind: (node: FlowNode) => boolean): string[] => {
  const isKindOf = (id: string) => {
    const node = nodes.get(id);
    return node !== undefined && isOfKind(node);
  };
  return [...nodes.values()]
    .filter(isOfKind)
    .filter(({ id, exits }) =>
      Object.values(exits).some(
        (to) => to === id || (isKindOf(to) && reachableFrom(nodes, to, isOfKind).has(id)),
      ),
    )
    .map(({ id }) => id);
};
