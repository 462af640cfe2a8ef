import { useReactFlow } from "@xyflow/react";
import type { EditorStore } from "../editorStore";
import { GRID, nodeOf, type Point } from "../model/graph";
import { CARD_WIDTH } from "./FlowCanvas";

const APART = 80;

/** Where a node comes that is added without a mouse: right of the chosen one, else in mid-view; never on another. */
export const usePlaceForNew = (store: EditorStore): (() => Point) => {
  const canvas = useReactFlow();
  return () => {
    const { drawing, selected } = store.getState();
    const { nodes } = drawing.present;
    const [only] = selected;
    const beside = only === undefined ? undefined : nodeOf(drawing.present, only);
    let { x, y } = beside
      ? { x: beside.x + CARD_WIDTH + APART, y: beside.y }
      : middleOf(document.querySelector(".flow-canvas"), canvas.screenToFlowPosition);
    const isTaken = () =>
      nodes.some((node) => Math.abs(node.x - x) < CARD_WIDTH && Math.abs(node.y - y) < 2 * APART);
    while (isTaken()) y += GRID;
    return { x, y };
  };
};

const middleOf = (box: Element | null, toFlow: (at: Point) => Point): Point => {
  const bounds = box?.getBoundingClientRect();
  if (bounds === undefined) return { x: 0, y: 0 };
  const at = toFlow({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 });
  return { x: at.x - CARD_WIDTH / 2, y: at.y - APART };
};
