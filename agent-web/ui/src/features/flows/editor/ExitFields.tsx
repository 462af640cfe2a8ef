import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { FlowNode, FlowNodeType } from "../../../contracts/flows";
import { optionsOf } from "../model/catalog";
import { exitsOf, isOptional } from "../model/exits";
import type { FlowProblem } from "../model/problem";
import { summaryOf } from "../model/summary";
import { exitWords, nodeTitle, summaryWords } from "../words";
import { useCommands, useDrawing, useSurroundings } from "./editorContext";

interface Props {
  node: FlowNode;
  type: FlowNodeType | undefined;
  problems: readonly FlowProblem[];
}

/** Where each exit leads, as lists: what the mouse does on the canvas, by keyboard. */
export const ExitFields = ({ node, type, problems }: Props) => {
  const { t } = useTranslation();
  const { catalog, references } = useSurroundings();
  const graph = useDrawing();
  const commands = useCommands();
  const exits = exitsOf(node, type);
  if (exits.length === 0) return null;

  const labels = new Map(
    type === undefined ? [] : optionsOf(node, type).map(({ digit, label }) => [digit, label]),
  );
  const targets = graph.nodes.map((each) => {
    const [line] = summaryOf(each, catalog.get(each.type), references);
    const tail = line === undefined ? "" : ` · ${summaryWords(each.type, line)}`;
    const words = `${nodeTitle(each)}${tail}`;
    return {
      value: each.id,
      words,
      label: <span data-testid={`flow-target-${each.id}`}>{words}</span>,
    };
  });

  return (
    <section>
      <h3 className="panel-title">{t("flow.exits")}</h3>
      {exits.map((exit) => {
        const label = labels.get(exit);
        const words = labels.has(exit) ? [exit, label].filter(Boolean).join(" · ") : null;
        const name = words ?? exitWords(node.type, exit);
        const isFree = type !== undefined && isOptional(exit, type);
        const isFaulty = problems.some((problem) => problem.exit === exit);
        return (
          <div key={exit} className="row flow-exit-row">
            <span>{name}</span>
            <Select
              size="small"
              className="grow"
              aria-label={name}
              placeholder={t(isFree ? "flow.nowhereFine" : "flow.nowhere")}
              data-testid={`flow-exit-target-${exit}`}
              value={node.exits[exit] ?? null}
              options={targets}
              allowClear
              showSearch={{
                filterOption: (search, option) =>
                  String(option?.words).toLowerCase().includes(search.trim().toLowerCase()),
              }}
              onChange={(to: string | null | undefined) =>
                commands.connect(node.id, exit, to ?? null)
              }
              {...(isFaulty ? { status: "error" as const } : {})}
            />
          </div>
        );
      })}
    </section>
  );
};
