import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { RuleProblem } from "../../../contracts/rules";
import { useAdmin } from "./adminContext";
import { fieldWords, placeOf, problemWords } from "./problems";

/** Everything the server has against the item, so that nothing hides below the edge of the screen. */
export const ProblemSummary = ({ problems }: { problems: readonly RuleProblem[] }) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  if (problems.length === 0) return null;
  return (
    <Alert
      type="error"
      className="problem-summary"
      data-testid="problems"
      title={t("admin.problems", { total: problems.length })}
      description={
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.field}`} data-code={problem.code}>
              {problem.field === "" ? null : (
                <>
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => focusField(placeOf(problem.field))}
                  >
                    {fieldWords(problem.field, view)}
                  </button>
                  {": "}
                </>
              )}
              {problemWords(problem, view)}
            </li>
          ))}
        </ul>
      }
    />
  );
};

/** The field with the longest path that leads to the place. */
const focusField = (place: string): void => {
  for (let path = place; path !== ""; path = path.split(".").slice(0, -1).join(".")) {
    const field = document.querySelector(`[data-field="${CSS.escape(path)}"]`);
    if (field === null) continue;
    field.scrollIntoView({ block: "center" });
    field.querySelector<HTMLElement>("input, textarea, button")?.focus({ preventScroll: true });
    return;
  }
};
