import { ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { useCallback, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { FlowNodeType, FlowRule } from "../../../contracts/flows";
import { createEditor, type EditorStore } from "../editorStore";
import { useLive, usePrompts, useRules } from "../flowQueries";
import { type KeptDraft, keptDraft } from "../localDraft";
import { type Catalog, catalogOf } from "../model/catalog";
import { sameGraph } from "../model/diff";
import { nodeOf } from "../model/graph";
import { problemsByNode } from "../model/problem";
import { referencesOf } from "../model/references";
import { usableGraph } from "../model/usable";
import { ConflictDialog } from "./ConflictDialog";
import { EditorToolbar } from "./EditorToolbar";
import { EditorProvider } from "./editorContext";
import { CARD_WIDTH, FlowCanvas, fit } from "./FlowCanvas";
import { HistoryDrawer } from "./HistoryDrawer";
import { Inspector } from "./Inspector";
import { KeptNotice } from "./KeptNotice";
import { NodePalette } from "./NodePalette";
import { ProblemList } from "./ProblemList";
import { TestCallDialog } from "./TestCallDialog";
import { useAddNode } from "./useAddNode";
import { useEditorKeys } from "./useEditorKeys";
import { useFlowCommands } from "./useFlowCommands";
import { useKeptDraft } from "./useKeptDraft";
import { useProblems } from "./useProblems";
import "../flows.css";

interface Props {
  rule: FlowRule;
  types: readonly FlowNodeType[];
  employee: string;
}

/** One flow, open to be drawn. */
export const FlowEditor = ({ rule, types, employee }: Props) => {
  const catalog = useMemo(() => catalogOf(types), [types]);
  const [{ store, kept }] = useState(() => open(rule, catalog, employee));
  return (
    <ReactFlowProvider>
      <OpenEditor rule={rule} catalog={catalog} store={store} kept={kept} employee={employee} />
    </ReactFlowProvider>
  );
};

/** What this browser has kept goes before what the server has: nothing drawn is lost. */
const open = (
  rule: FlowRule,
  catalog: Catalog,
  employee: string,
): { store: EditorStore; kept: KeptDraft | null } => {
  const saved = usableGraph(rule);
  const found = keptDraft(employee, rule.id);
  const kept = found === null || sameGraph(found.graph, saved) ? null : found;
  return { store: createEditor(saved, kept?.graph ?? saved, catalog), kept };
};

interface OpenProps {
  rule: FlowRule;
  catalog: Catalog;
  store: EditorStore;
  kept: KeptDraft | null;
  employee: string;
}

const OpenEditor = ({ rule, catalog, store, kept, employee }: OpenProps) => {
  const graph = useStore(store, (state) => state.drawing.present);
  const { data: rules } = useRules();
  const { data: prompts } = usePrompts();
  const references = useMemo(() => referencesOf(rules, prompts), [rules, prompts]);
  const found = useProblems(rule, graph, catalog, references);
  const commands = useFlowCommands(rule.id, store);
  const isKept = useKeptDraft(store, employee, rule.id);
  const addNode = useAddNode(store, catalog);
  const canvas = useReactFlow();
  const [isLive, setLive] = useState(false);
  const [opened, setOpened] = useState<"history" | "test-call" | null>(null);
  const [areProblemsOpen, setProblemsOpen] = useState(false);
  const { data: callers = nobody } = useLive(rule.id, isLive);

  const surroundings = useMemo(
    () => ({
      store,
      catalog,
      references,
      problems: found,
      problemsByNode: problemsByNode(found),
      callers: isLive ? callers : nobody,
    }),
    [store, catalog, references, found, isLive, callers],
  );
  const { save, publish } = commands;
  useEditorKeys(
    store,
    useCallback(() => void save(), [save]),
  );
  const jumpTo = (id: string): void => {
    const node = nodeOf(store.getState().drawing.present, id);
    if (node === undefined) return;
    store.getState().select([id]);
    void canvas.setCenter(node.x + CARD_WIDTH / 2, node.y + 60, { zoom: 1, duration: 300 });
  };
  const layOut = (): void => {
    store.getState().layOut();
    requestAnimationFrame(() => void canvas.fitView({ ...fit, duration: 300 }));
  };

  return (
    <EditorProvider value={surroundings}>
      <div className="fill flow-editor" data-testid="flow-editor" data-flow={rule.id}>
        <EditorToolbar
          rule={rule}
          commands={{
            ...commands,
            publish: async () => {
              setProblemsOpen(found.length > 0);
              await publish();
            },
          }}
          isKept={isKept}
          isLive={isLive}
          onLive={setLive}
          areProblemsOpen={areProblemsOpen}
          onProblems={() => setProblemsOpen(!areProblemsOpen)}
          onLayout={layOut}
          onHistory={() => setOpened("history")}
          onTestCall={() => setOpened("test-call")}
        />
        <KeptNotice kept={kept} />
        <div className="flow-desk">
          <NodePalette testId="flow-palette" isDraggable onChoose={addNode} />
          <div className="flow-middle">
            <FlowCanvas />
            {areProblemsOpen ? <ProblemList onJump={jumpTo} /> : null}
          </div>
          <Inspector />
        </div>
      </div>
      <ConflictDialog commands={commands} />
      {opened === "history" ? (
        <HistoryDrawer flowId={rule.id} onClose={() => setOpened(null)} />
      ) : null}
      {opened === "test-call" ? (
        <TestCallDialog flowId={rule.id} onClose={() => setOpened(null)} />
      ) : null}
    </EditorProvider>
  );
};

const nobody: Readonly<Record<string, number>> = {};
