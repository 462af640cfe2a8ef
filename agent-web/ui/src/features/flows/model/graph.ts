import type { FlowGraph, FlowNode, FlowNodeType } from "../../../contracts/flows";
import { defaultsOf } from "./catalog";
import { pruneExits } from "./exits";

export interface Point {
  x: number;
  y: number;
}

/** Nodes stand on this grid. */
export const GRID = 20;

/** Changes of a drawing. None of them alters what it is given; one that changes nothing returns it. */
export const nodeOf = (graph: FlowGraph, id: string): FlowNode | undefined =>
  graph.nodes.find((node) => node.id === id);

export const freeId = (graph: FlowGraph, type: string): string => {
  const taken = new Set(graph.nodes.map((node) => node.id));
  let number = 1;
  while (taken.has(`${type}-${number}`)) number++;
  return `${type}-${number}`;
};

export const addNode = (
  graph: FlowGraph,
  type: FlowNodeType,
  at: Point,
): { graph: FlowGraph; id: string } => {
  const id = freeId(graph, type.type);
  const node: FlowNode = {
    id,
    type: type.type,
    ...onGrid(at),
    settings: defaultsOf(type),
    exits: {},
  };
  const start = graph.nodes.length === 0 ? id : graph.start;
  return { graph: { ...graph, start, nodes: [...graph.nodes, node] }, id };
};

export const moveNodes = (graph: FlowGraph, places: ReadonlyMap<string, Point>): FlowGraph =>
  changeNodes(graph, (node) => {
    const place = places.get(node.id);
    if (place === undefined) return node;
    const { x, y } = { x: Math.round(place.x), y: Math.round(place.y) };
    return x === node.x && y === node.y ? node : { ...node, x, y };
  });

/** Takes nodes away, and with them the ways that led there. */
export const removeNodes = (graph: FlowGraph, ids: ReadonlySet<string>): FlowGraph => {
  const left = graph.nodes.filter((node) => !ids.has(node.id));
  if (left.length === graph.nodes.length) return graph;
  const start = graph.start !== null && ids.has(graph.start) ? null : graph.start;
  return changeNodes({ ...graph, start, nodes: left }, (node) =>
    withExits(node, (_, target) => !ids.has(target)),
  );
};

export const connect = (graph: FlowGraph, from: string, exit: string, to: string): FlowGraph =>
  changeNodes(graph, (node) =>
    node.id !== from || node.exits[exit] === to
      ? node
      : { ...node, exits: { ...node.exits, [exit]: to } },
  );

export const disconnect = (graph: FlowGraph, from: string, exit: string): FlowGraph =>
  changeNodes(graph, (node) =>
    node.id === from ? withExits(node, (name) => name !== exit) : node,
  );

/** Sets one setting; exits that exist no more lose their way. */
export const changeSetting = (
  graph: FlowGraph,
  type: FlowNodeType | undefined,
  id: string,
  key: string,
  value: unknown,
): FlowGraph =>
  changeNodes(graph, (node) => {
    if (node.id !== id) return node;
    const changed = { ...node, settings: settingsWith(node.settings, key, value) };
    return type === undefined ? changed : pruneExits(node, changed, type);
  });

export const startAt = (graph: FlowGraph, id: string): FlowGraph =>
  graph.start === id ? graph : { ...graph, start: id };

export const onGrid = ({ x, y }: Point): Point => ({
  x: Math.round(x / GRID) * GRID,
  y: Math.round(y / GRID) * GRID,
});

const settingsWith = (settings: FlowNode["settings"], key: string, value: unknown) => {
  const { [key]: _, ...others } = settings;
  return value === undefined || value === null ? others : { ...settings, [key]: value };
};

const withExits = (node: FlowNode, stays: (exit: string, target: string) => boolean): FlowNode => {
  const kept = Object.entries(node.exits).filter(([exit, target]) => stays(exit, target));
  return kept.length === Object.keys(node.exits).length
    ? node
    : { ...node, exits: Object.fromEntries(kept) };
};

const changeNodes = (graph: FlowGraph, change: (node: FlowNode) => FlowNode): FlowGraph => {
  const nodes = graph.nodes.map(change);
  return nodes.some((node, at) => node !== graph.nodes[at]) ? { ...graph, nodes } : graph;
};
