import type { FlowGraph, FlowNode } from "../../../contracts/flows";
import type { Catalog } from "./catalog";
import { exitsOf, isOptional, knownExits } from "./exits";
import { nodeOf } from "./graph";
import { type FlowProblem, problem } from "./problem";
import type { References } from "./references";
import { settingProblems } from "./settingProblems";
import { circlesOf, reachableFrom } from "./walk";

/** What the page can see by itself; the server has the last word. */
export const validate = (
  graph: FlowGraph,
  catalog: Catalog,
  references: References,
): FlowProblem[] => [
  ...startProblems(graph),
  ...graph.nodes.flatMap((node) => nodeProblems(graph, node, catalog, references)),
  ...unreachable(graph),
  ...circles(graph, catalog),
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

const unreachable = (graph: FlowGraph): FlowProblem[] => {
  if (graph.start === null) return [];
  const seen = reachableFrom(graph, graph.start);
  return graph.nodes
    .filter((node) => !seen.has(node.id))
    .map((node) => problem("node-unreachable", { node: node.id }));
};

/** A circle of nodes that wait for nothing would turn for ever; one without a way out keeps its callers. */
const circles = (graph: FlowGraph, catalog: Catalog): FlowProblem[] => {
  if (graph.start === null) return [];
  const reachable = reachableFrom(graph, graph.start);
  const isInstant = (node: FlowNode) => catalog.get(node.type)?.waits === false;
  const turning = circlesOf(graph, isInstant)
    .filter((node) => reachable.has(node))
    .map((node) => problem("loop-without-wait", { node }));
  const stuck = graph.nodes.find(
    (node) =>
      reachable.has(node.id) &&
      ![...reachableFrom(graph, node.id)].some((end) => isEnd(graph, end, catalog)),
  );
  return stuck === undefined
    ? turning
    : [...turning, problem("loop-without-end", { node: stuck.id })];
};

/** Here a caller may leave the flow; also where a way is still to be drawn. */
const isEnd = (graph: FlowGraph, id: string, catalog: Catalog): boolean => {
  const node = nodeOf(graph, id);
  const type = node && catalog.get(node.type);
  if (node === undefined || type === undefined || type.leaves === true) return true;
  return knownExits(node, type).some((exit) => !node.exits[exit] && !isOptional(exit, type));
};
