import type { FlowGraph, FlowNode } from "../../../contracts/flows";
import type { Catalog } from "./catalog";
import { exitsOf } from "./exits";
import { nodeOf } from "./graph";
import { type FlowProblem, problem } from "./problem";
import type { References } from "./references";
import { settingProblems } from "./settingProblems";
import { circlesOf, reachableFrom } from "./walk";

/** Nodes that are over in no time; a circle of these alone would turn for ever. */
const INSTANT = new Set(["condition", "hours", "language", "set-variable", "client-lookup"]);

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
  const exits = exitsOf(node, type).flatMap((exit) => {
    const to = node.exits[exit];
    if (to === undefined) return [problem("exit-open", { node: node.id, exit }, { exit })];
    if (nodeOf(graph, to) !== undefined) return [];
    return [problem("exit-to-nowhere", { node: node.id, exit }, { exit, target: to })];
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

const circles = (graph: FlowGraph, catalog: Catalog): FlowProblem[] => {
  const instant = circlesOf(graph, (node) => INSTANT.has(node.type));
  const found = instant.map((node) => problem("loop-without-wait", { node }));
  if (found.length > 0 || graph.start === null) return found;
  const stuck = [...reachableFrom(graph, graph.start)].find(
    (id) => ![...reachableFrom(graph, id)].some((end) => isEnd(graph, end, catalog)),
  );
  return stuck === undefined ? [] : [problem("loop-without-end", { node: stuck })];
};

/** Here a caller may leave the flow; also where a way is still to be drawn. */
const isEnd = (graph: FlowGraph, id: string, catalog: Catalog): boolean => {
  const node = nodeOf(graph, id);
  if (node === undefined) return true;
  const exits = exitsOf(node, catalog.get(node.type));
  return LEAVING.has(node.type) || exits.length === 0 || exits.some((exit) => !node.exits[exit]);
};

/** Nodes through which a caller may leave for good, whatever their exits. */
const LEAVING = new Set(["queue", "transfer", "voicemail", "callback", "hang-up", "sub-flow"]);
