import { useReactFlow } from "@xyflow/react";
import type { FlowNodeType } from "../../../contracts/flows";
import type { EditorStore } from "../editorStore";
import { type Catalog, defaultsOf } from "../model/catalog";
import { GRID, nodeOf, type Point } from "../model/graph";
import { heightOf } from "../model/layout";
import { CARD_WIDTH } from "./FlowCanvas";

const APART = 80;

/**
 * Adds a node without a mouse: right of the chosen one, else in mid-view; never on another, and where it comes to stand
 * is brought into view.
 */
export const useAddNode = (
  store: EditorStore,
  catalog: Catalog,
): ((type: FlowNodeType) => void) => {
  const canvas = useReactFlow();
  return (type) => {
    const { drawing, selected, add } = store.getState();
    const [only] = selected;
    const beside = only === undefined ? undefined : nodeOf(drawing.present, only);
    const bounds = document.querySelector(".flow-canvas")?.getBoundingClientRect() ?? new DOMRect();
    const wish = beside
      ? { x: beside.x + CARD_WIDTH + APART, y: beside.y }
      : middleOf(bounds, canvas.screenToFlowPosition);
    const height = heightOf(
      { id: "", type: type.type, ...wish, settings: defaultsOf(type), exits: {} },
      catalog,
    );
    const isTaken = ({ x, y }: Point): boolean =>
      drawing.present.nodes.some(
        (node) =>
          Math.abs(node.x - x) < CARD_WIDTH + GRID &&
          y < node.y + heightOf(node, catalog) + GRID &&
          y + height + GRID > node.y,
      );
    const at = { ...wish };
    while (isTaken(at)) at.y += GRID;
    add(type, at);
    const upper = canvas.flowToScreenPosition(at);
    const lower = canvas.flowToScreenPosition({ x: at.x + CARD_WIDTH, y: at.y + height });
    const isSeen =
      upper.x >= bounds.left &&
      upper.y >= bounds.top &&
      lower.x <= bounds.right &&
      lower.y <= bounds.bottom;
    if (isSeen) return;
    const middle = { x: at.x + CARD_WIDTH / 2, y: at.y + height / 2 };
    void canvas.setCenter(middle.x, middle.y, { zoom: canvas.getZoom(), duration: 300 });
  };
};

const middleOf = (bounds: DOMRect, toFlow: (at: Point) => Point): Point => {
  const at = toFlow({ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 });
  return { x: at.x - CARD_WIDTH / 2, y: at.y - APART };
};
