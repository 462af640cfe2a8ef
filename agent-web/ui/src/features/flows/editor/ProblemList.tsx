import { useTranslation } from "react-i18next";
import { nodeOf } from "../model/graph";
import { type FlowProblem, isWarning } from "../model/problem";
import { nodeTitle, problemWords } from "../words";
import { useDrawing, useSurroundings } from "./editorContext";

/** Everything that is wrong, in words; a click leads to the node. */
export const ProblemList = ({ onJump }: { onJump: (node: string) => void }) => {
  const { t } = useTranslation();
  const { problems } = useSurroundings();
  const graph = useDrawing();
  return (
    <section
      className="flow-problems"
      data-testid="flow-problems"
      data-count={problems.length}
      aria-label={t("flow.problems", { count: problems.length })}
    >
      {problems.length === 0 ? <p className="flow-fine">{t("flow.fine")}</p> : null}
      <ul>
        {problems.map((problem) => (
          <li key={keyOf(problem)} className={isWarning(problem) ? "is-mild" : ""}>
            <Line problem={problem} graph={graph} onJump={onJump} />
          </li>
        ))}
      </ul>
    </section>
  );
};

interface LineProps {
  problem: FlowProblem;
  graph: ReturnType<typeof useDrawing>;
  onJump: (node: string) => void;
}

const Line = ({ problem, graph, onJump }: LineProps) => {
  const node = problem.node === null ? undefined : nodeOf(graph, problem.node);
  const words = problemWords(problem, node?.type);
  if (node === undefined) {
    return <span data-testid={`flow-problem-${problem.code}`}>{words}</span>;
  }
  return (
    <button
      type="button"
      data-testid={`flow-problem-${problem.code}`}
      data-node={node.id}
      onClick={() => onJump(node.id)}
    >
      <b>{nodeTitle(node)}</b> {words}
    </button>
  );
};

const keyOf = ({ code, node, setting, exit }: FlowProblem): string =>
  [code, node, setting, exit].join("|");
