import type { FlowGraph, FlowNode } from "../../../contracts/flows";
import type { Catalog } from "./catalog";
import { exitsOf } from "./exits";
import { moveNodes, nodeOf, type Point } from "./graph";

const COLUMN = 300;
const GAP = 40;
const HEAD = 80;
const EXIT = 24;

/** How high a node is drawn, roughly; enough to keep nodes apart. */
export const heightOf = (node: FlowNode, catalog: Catalog): number =>
  HEAD + EXIT * exitsOf(node, catalog.get(node.type)).length;

/**
 * Left to right: a node stands one column after the last of those that lead to it, ways back aside,
 * and within a column in the order of the exits that lead there.
 */
export const layOut = (graph: FlowGraph, catalog: Catalog): FlowGraph => {
  const columns = columnsOf(graph, catalog);
  const places = new Map<string, Point>();
  columns.forEach((ids, column) => {
    let y = 0;
    for (const id of sortedBy(ids, (each) => wishOf(graph, catalog, places, each))) {
      const node = nodeOf(graph, id);
      if (node === undefined) continue;
      places.set(id, { x: column * COLUMN, y });
      y += Math.ceil((heightOf(node, catalog) + GAP) / 20) * 20;
    }
  });
  return moveNodes(graph, places);
};

const columnsOf = (graph: FlowGraph, catalog: Catalog): string[][] => {
  const forward = waysForward(graph, catalog);
  const column = new Map<string, number>();
  // In the order of a walk every node comes after all that lead to it, ways back left out.
  for (const id of [...forward.keys()].reverse()) {
    const own = column.get(id) ?? 0;
    column.set(id, own);
    for (const to of forward.get(id) ?? []) column.set(to, Math.max(column.get(to) ?? 0, own + 1));
  }
  const columns: string[][] = [];
  for (const node of graph.nodes) {
    const at = column.get(node.id) ?? 0;
    columns[at] = [...(columns[at] ?? []), node.id];
  }
  return Array.from(columns, (ids) => ids ?? []);
};

/** Ways without the ways back, by node, in the order in which a walk in depth leaves the nodes. */
const waysForward = (graph: FlowGraph, catalog: Catalog): Map<string, string[]> => {
  const forward = new Map<string, string[]>();
  const open = new Set<string>();
  const walk = (id: string): void => {
    const node = nodeOf(graph, id);
    if (node === undefined) return;
    open.add(id);
    const ways: string[] = [];
    for (const exit of exitsOf(node, catalog.get(node.type))) {
      const to = node.exits[exit];
      if (to === undefined || open.has(to)) continue;
      ways.push(to);
      if (!forward.has(to)) walk(to);
    }
    open.delete(id);
    forward.set(id, ways);
  };
  for (const id of rootsOf(graph)) if (!forward.has(id)) walk(id);
  return forward;
};

/** The start last walked is first laid; then what nobody leads to; then what is left in circles. */
const rootsOf = (graph: FlowGraph): string[] => {
  const led = new Set(graph.nodes.flatMap((node) => Object.values(node.exits)));
  const ids = graph.nodes.map((node) => node.id);
  const first = graph.start === null ? [] : [graph.start];
  return [...first, ...ids.filter((id) => !led.has(id)), ...ids];
};

/** The height a node would like: that of the first exit that leads to it. */
const wishOf = (
  graph: FlowGraph,
  catalog: Catalog,
  places: ReadonlyMap<string, Point>,
  id: string,
): number => {
  const wishes: number[] = [];
  for (const node of graph.nodes) {
    const place = places.get(node.id);
    if (place === undefined) continue;
    exitsOf(node, catalog.get(node.type)).forEach((exit, at) => {
      if (node.exits[exit] === id) wishes.push(place.y + HEAD + EXIT * at);
    });
  }
  return Math.min(Number.MAX_SAFE_INTEGER, ...wishes);
};

const sortedBy = (ids: readonly string[], wish: (id: string) => number): string[] => {
  const wishes = new Map(ids.map((id) => [id, wish(id)]));
  return [...ids].sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0));
};
