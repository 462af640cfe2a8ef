import { type Edge, MarkerType, type NodeChange } from "@xyflow/react";
import type { FlowGraph } from "../../../contracts/flows";
import { nodeOf, type Point } from "../model/graph";
import type { CardNode } from "./FlowNodeCard";

/** A way from an exit to a node, as the canvas draws it. */
export type WayEdge = Edge<{ from: string; exit: string }>;

/** The canvas's nodes, brought in line with the drawing; what it has measured is kept. */
export const cardsOf = (
  graph: FlowGraph,
  selected: readonly string[],
  before: readonly CardNode[],
): CardNode[] => {
  const known = new Map(before.map((card) => [card.id, card]));
  const chosen = new Set(selected);
  return graph.nodes.map((node) => {
    const card = known.get(node.id);
    const isSelected = chosen.has(node.id);
    if (card?.data.node === node && card.selected === isSelected) return card;
    return {
      ...card,
      id: node.id,
      type: "card",
      position: { x: node.x, y: node.y },
      data: { node },
      selected: isSelected,
    };
  });
};

export const edgesOf = (graph: FlowGraph, chosen: ReadonlySet<string>): WayEdge[] =>
  graph.nodes.flatMap((node) =>
    Object.entries(node.exits)
      .filter(([, to]) => nodeOf(graph, to) !== undefined)
      .map(([exit, to]) => {
        const id = `${node.id}:${exit}`;
        return {
          id,
          source: node.id,
          sourceHandle: exit,
          target: to,
          targetHandle: "in",
          data: { from: node.id, exit },
          selected: chosen.has(id),
          markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18, color: "#8494a3" },
        };
      }),
  );

/** Where nodes were put down; a node still being dragged is nowhere yet. */
export const placesOf = (changes: readonly NodeChange<CardNode>[]): Map<string, Point> => {
  const places = new Map<string, Point>();
  for (const change of changes) {
    if (change.type !== "position" || change.dragging === true) continue;
    if (change.position !== undefined) places.set(change.id, change.position);
  }
  return places;
};

export const selectionAfter = (
  selected: readonly string[],
  changes: readonly NodeChange<CardNode>[],
): string[] => {
  const chosen = new Set(selected);
  for (const change of changes) {
    if (change.type !== "select") continue;
    if (change.selected) chosen.add(change.id);
    else chosen.delete(change.id);
  }
  return [...chosen];
};
