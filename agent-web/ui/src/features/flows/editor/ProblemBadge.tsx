import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { type FlowProblem, isWarning } from "../model/problem";
import { problemWords } from "../words";

interface Props {
  problems: readonly FlowProblem[];
  nodeType: string;
}

/** A mark at a node that something is wrong there; the words stand under the pointer. */
export const ProblemBadge = ({ problems, nodeType }: Props) => {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const isMild = problems.every(isWarning);
  const words = problems.map((problem) => problemWords(problem, nodeType));
  return (
    <Tooltip title={<span style={{ whiteSpace: "pre-line" }}>{words.join("\n")}</span>}>
      <span
        className={isMild ? "flow-badge is-mild" : "flow-badge"}
        role="img"
        aria-label={t("flow.problemsHere")}
      >
        {problems.length > 1 ? problems.length : "!"}
      </span>
    </Tooltip>
  );
};
