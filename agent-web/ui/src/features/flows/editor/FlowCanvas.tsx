import {
  applyNodeChanges,
  Background,
  type Connection,
  Controls,
  type EdgeChange,
  type FinalConnectionState,
  MiniMap,
  type NodeChange,
  ReactFlow,
  useReactFlow,
} from "@xyflow/react";
import { type DragEvent, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { GRID } from "../model/graph";
import { cardsOf, edgesOf, placesOf, selectionAfter, type WayEdge } from "./canvasModel";
import { DropMenu, type Dropped } from "./DropMenu";
import { useCommands, useDrawing, useEditor, useSurroundings } from "./editorContext";
import { type CardNode, FlowNodeCard } from "./FlowNodeCard";
import { DRAGGED } from "./NodePalette";
import "@xyflow/react/dist/style.css";

const nodeTypes = { card: FlowNodeCard };
const grid: [number, number] = [GRID, GRID];
export const fit = { padding: 0.12, maxZoom: 1 };

/** The drawing: nodes are moved, ways drawn, both removed, all by mouse or keyboard. */
export const FlowCanvas = () => {
  const { t } = useTranslation();
  const { store, catalog } = useSurroundings();
  const commands = useCommands();
  const graph = useDrawing();
  const selected = useEditor((state) => state.selected);
  const canvas = useReactFlow<CardNode, WayEdge>();
  const [cards, setCards] = useState<CardNode[]>(() => cardsOf(graph, selected, []));
  const [chosenWays, setChosenWays] = useState<ReadonlySet<string>>(new Set());
  const [dropped, setDropped] = useState<Dropped | null>(null);
  // Only a drawing that is there is brought into view; an empty one would jump under its first node.
  const [wasDrawn] = useState(graph.nodes.length > 0);

  useEffect(() => setCards((before) => cardsOf(graph, selected, before)), [graph, selected]);
  const edges = useMemo(() => edgesOf(graph, chosenWays), [graph, chosenWays]);

  const handleNodes = (changes: NodeChange<CardNode>[]): void => {
    setCards((before) => applyNodeChanges(changes.filter(isDrawn), before));
    commands.select(selectionAfter(store.getState().selected, changes));
    const places = placesOf(changes);
    if (places.size > 0) commands.move(places);
  };
  const handleEdges = (changes: EdgeChange<WayEdge>[]): void =>
    setChosenWays((before) => {
      const chosen = new Set(before);
      for (const change of changes) {
        if (change.type !== "select") continue;
        if (change.selected) chosen.add(change.id);
        else chosen.delete(change.id);
      }
      return chosen;
    });
  const handleConnect = ({ source, sourceHandle, target }: Connection): void => {
    if (sourceHandle !== null) commands.connect(source, sourceHandle, target);
  };
  const handleReconnect = (edge: WayEdge, to: Connection): void =>
    commands.moveWay(edge.source, edge.data?.exit ?? "", to.source, to.sourceHandle, to.target);

  // A way may be let go anywhere on a node; over the bare canvas it asks what shall stand there.
  const handleConnectEnd = (event: MouseEvent | TouchEvent, end: FinalConnectionState): void => {
    const { fromHandle, isValid } = end;
    if (isValid === true || fromHandle?.type !== "source" || fromHandle.id == null) return;
    const at = pointOf(event);
    const under = document.elementFromPoint(at.x, at.y);
    const node = under?.closest<HTMLElement>(".react-flow__node")?.dataset.id;
    if (node !== undefined) {
      commands.connect(fromHandle.nodeId, fromHandle.id, node);
    } else if (under?.closest(".react-flow__pane")) {
      const { nodeId: from, id: exit } = fromHandle;
      setDropped({ screen: at, at: canvas.screenToFlowPosition(at), from, exit });
    }
  };
  const handleDrop = (event: DragEvent): void => {
    const type = catalog.get(event.dataTransfer.getData(DRAGGED));
    if (type === undefined) return;
    event.preventDefault();
    const at = canvas.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    commands.add(type, { x: at.x - CARD_WIDTH / 2, y: at.y - CARD_HEAD / 2 });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; Enter in the palette does the same
    <div
      className="flow-canvas"
      data-testid="flow-canvas"
      onDrop={handleDrop}
      onDragOver={(event) => event.preventDefault()}
    >
      <ReactFlow<CardNode, WayEdge>
        nodes={cards}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodesChange={handleNodes}
        onEdgesChange={handleEdges}
        onConnect={handleConnect}
        onConnectEnd={handleConnectEnd}
        onReconnect={handleReconnect}
        onDelete={({ nodes, edges: ways }) =>
          commands.remove(
            nodes.map((node) => node.id),
            ways.flatMap((way) => (way.data === undefined ? [] : [way.data])),
          )
        }
        isValidConnection={({ source, sourceHandle }) => source !== null && sourceHandle !== "in"}
        snapToGrid
        snapGrid={grid}
        connectionRadius={30}
        deleteKeyCode={deleteKeys}
        multiSelectionKeyCode={addKeys}
        minZoom={0.2}
        maxZoom={1.5}
        fitView={wasDrawn}
        fitViewOptions={fit}
      >
        <Background gap={GRID} />
        <Controls showInteractive={false} fitViewOptions={fit} />
        {graph.nodes.length < MAP_FROM ? null : (
          <MiniMap className="flow-map" pannable zoomable ariaLabel={t("flow.map")} />
        )}
      </ReactFlow>
      {graph.nodes.length === 0 ? <p className="flow-hint">{t("flow.emptyHint")}</p> : null}
      <DropMenu dropped={dropped} onClose={() => setDropped(null)} />
    </div>
  );
};

export const CARD_WIDTH = 220;
const CARD_HEAD = 40;
/** So many nodes need an overview; fewer only lose room to it. */
const MAP_FROM = 12;
const deleteKeys = ["Delete", "Backspace"];
const addKeys = ["Control", "Meta"];

/** What is removed is removed from the drawing, and goes from the canvas with it. */
const isDrawn = (change: NodeChange<CardNode>): boolean => change.type !== "remove";

const pointOf = (event: MouseEvent | TouchEvent) => {
  const from = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: from?.clientX ?? 0, y: from?.clientY ?? 0 };
};
