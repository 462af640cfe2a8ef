import { useTranslation } from "react-i18next";
import type { Rule, RuleKind } from "../../../contracts/rules";
import { differences } from "../../../shared/difference";
import { useAdmin } from "../core/adminContext";
import { pathWords } from "../core/problems";
import { valueWords } from "./valueWords";

interface Props {
  kind: RuleKind;
  before: Rule | null;
  after: Rule | null;
}

const LONG_FIELDS = ["draft", "published"];

/** What is different between two states of an item, field by field, in words. */
export const DifferenceTable = ({ before, after }: Props) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const found = differences(before ?? {}, after ?? {}).filter(({ path }) => path[0] !== "id");
  if (found.length === 0) return <p className="faint">{t("admin.noDifference")}</p>;
  return (
    <table className="difference" data-testid="difference">
      <tbody>
        {found.map(({ path, before: old, after: now }) => (
          <tr key={path.join(".")}>
            <th>{pathWords(path, view)}</th>
            {LONG_FIELDS.includes(path[0] ?? "") ? (
              <td colSpan={2}>{t("admin.graphChanged")}</td>
            ) : (
              <>
                <td className="difference-old">{valueWords(path, old, view)}</td>
                <td className="difference-new">{valueWords(path, now, view)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
