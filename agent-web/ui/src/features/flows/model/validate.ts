import type { FlowGraph, FlowNode } from "../../../contracts/flows";
import type { Catalog } from "./catalog";
import { exitsOf, isOptional, knownExits } from "./exits";
import { nodeOf } from "./graph";
import { type FlowProblem, problem } from "./problem";
import type { References } from "./references";
import { settingProblems } from "./settingProblems";
import { byId, circlesOf, leadingTo, reachableFrom } from "./walk";

/** What the page can see by itself; the server has the last word. */
export const validate = (
  graph: FlowGraph,
  catalog: Catalog,
  references: References,
): FlowProblem[] => [
  ...startProblems(graph),
  ...graph.nodes.flatMap((node) => nodeProblems(graph, node, catalog, references)),
  ...wayProblems(graph, catalog),
];

const startProblems = (graph: FlowGraph): FlowProblem[] => {
  if (graph.nodes.length === 0) return [problem("flow-empty")];
  const isThere = graph.start !== null && nodeOf(graph, graph.start) !== undefined;
  return isThere ? [] : [problem("start-missing")];
};

const nodeProblems = (
  graph: FlowGraph,
  node: FlowNode,
  catalog: Catalog,
  references: References,
): FlowProblem[] => {
  const type = catalog.get(node.type);
  if (type === undefined) return [problem("node-type-unknown", { node: node.id })];
  const known = knownExits(node, type);
  const exits = exitsOf(node, type).flatMap((exit) => {
    const to = node.exits[exit];
    const place = { node: node.id, exit };
    if (!known.includes(exit)) return [problem("exit-unknown", place, { exit })];
    if (to === undefined)
      return isOptional(exit, type) ? [] : [problem("exit-open", place, { exit })];
    if (nodeOf(graph, to) !== undefined) return [];
    return [problem("exit-to-nowhere", place, { exit, target: to })];
  });
  return [...settingProblems(node, type, references), ...exits];
};

/** What nobody comes to, what turns for ever, and what no caller gets out of. */
const wayProblems = (graph: FlowGraph, catalog: Catalog): FlowProblem[] => {
  const nodes = byId(graph);
  if (graph.start === null || !nodes.has(graph.start)) return [];
  const reachable = reachableFrom(nodes, graph.start);
  const turning = new Set(circlesOf(nodes, (node) => catalog.get(node.type)?.waits === false));
  const ending = leadingTo(graph, (node) => isEnd(node, nodes, catalog));
  const stuck = graph.nodes.find(({ id }) => reachable.has(id) && !ending.has(id));
  return [
    ...graph.nodes.flatMap(({ id }) => {
      if (!reachable.has(id)) return [problem("node-unreachable", { node: id })];
      return turning.has(id) ? [problem("loop-without-wait", { node: id })] : [];
    }),
    ...(stuck === undefined ? [] : [problem("loop-without-end", { node: stuck.id })]),
  ];
};

/** Here a caller may leave the flow; also where a way is still to be drawn. */
const isEnd = (node: FlowNode, nodes: ReadonlyMap<string, FlowNode>, catalog: Catalog): boolean => {
  const type = catalog.get(node.type);
  if (type === undefined || type.leaves === true) return true;
  const leadsOn = (exit: string) => nodes.has(node.exits[exit] ?? "");
  return knownExits(node, type).some((exit) => !leadsOn(exit) && !isOptional(exit, type));
};
