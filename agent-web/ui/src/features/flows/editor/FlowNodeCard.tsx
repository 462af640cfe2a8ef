import { Handle, type Node, type NodeProps, Position, useUpdateNodeInternals } from "@xyflow/react";
import { memo, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { FlowNode } from "../../../contracts/flows";
import { optionsOf } from "../model/catalog";
import { exitsOf, isOptional } from "../model/exits";
import { summaryOf } from "../model/summary";
import { NodeIcon } from "../NodeIcon";
import { lookOf } from "../nodeLook";
import { exitWords, nodeTitle, summaryWords } from "../words";
import { useEditor, useSurroundings } from "./editorContext";
import { ProblemBadge } from "./ProblemBadge";

export type CardNode = Node<{ node: FlowNode }, "card">;

/** One node on the canvas: what it is, what it is set to, and its ways out. */
export const FlowNodeCard = memo(({ id, data: { node } }: NodeProps<CardNode>) => {
  const { t } = useTranslation();
  const { catalog, references, problemsByNode, callers } = useSurroundings();
  const isStart = useEditor((state) => state.drawing.present.start === id);
  const updateInternals = useUpdateNodeInternals();
  const type = catalog.get(node.type);
  const exits = exitsOf(node, type);
  const problems = problemsByNode.get(id) ?? [];
  const inside = callers[id] ?? 0;
  const exitsKey = exits.join();

  // Ways are drawn from where exits stand now; how they stood first the canvas measures by itself.
  const measuredKey = useRef(exitsKey);
  useEffect(() => {
    if (measuredKey.current === exitsKey) return;
    measuredKey.current = exitsKey;
    updateInternals(id);
  }, [exitsKey, id, updateInternals]);

  return (
    <div
      className={`flow-card is-${lookOf(node.type).group}`}
      data-testid={`flow-node-${id}`}
      data-type={node.type}
      data-start={isStart}
      data-problems={problems.map((problem) => problem.code).join(" ")}
      data-callers={inside}
    >
      <Handle
        type="target"
        position={Position.Left}
        id="in"
        className="flow-entry"
        data-testid={`flow-entry-${id}`}
      />
      <header className="flow-card-head">
        <NodeIcon type={node.type} />
        <b className="grow clip">{nodeTitle(node)}</b>
        {isStart ? <span className="flow-start">{t("flow.start")}</span> : null}
        {inside > 0 ? (
          <span className="flow-callers" data-testid={`flow-callers-${id}`}>
            {inside}
          </span>
        ) : null}
        <ProblemBadge problems={problems} nodeType={node.type} />
      </header>
      {summaryOf(node, type, references).map((line) => (
        <div key={line.key} className="flow-card-line clip" title={line.text}>
          {summaryWords(node.type, line)}
        </div>
      ))}
      <ul className="flow-exits">
        {exits.map((exit) => (
          <li key={exit} className={classOfExit(exit)}>
            <span className="clip">{exitLabel(node, exit)}</span>
            <Handle
              type="source"
              position={Position.Right}
              id={exit}
              data-testid={`flow-exit-${id}-${exit}`}
              data-target={node.exits[exit] ?? ""}
            />
          </li>
        ))}
      </ul>
    </div>
  );

  function classOfExit(exit: string): string {
    if (node.exits[exit] !== undefined) return "";
    return type !== undefined && isOptional(exit, type) ? "is-open is-optional" : "is-open";
  }

  function exitLabel(of: FlowNode, exit: string): string {
    const option = type && optionsOf(of, type).find((each) => each.digit === exit);
    return option ? [exit, option.label].filter(Boolean).join(" · ") : exitWords(of.type, exit);
  }
});
