import { useTranslation } from "react-i18next";
import type { FlowGraph } from "../../../contracts/flows";
import { differenceOf, isSame, type NodeChange, type ValueChange } from "../model/diff";
import { choiceWords, exitWords, nodeTitle, settingWords } from "../words";

/** What changed between two drawings, in words. */
export const DifferenceView = ({ before, after }: { before: FlowGraph; after: FlowGraph }) => {
  const { t } = useTranslation();
  const difference = differenceOf(before, after);
  if (isSame(difference)) return <p className="faint">{t("flow.diff.same")}</p>;
  const { added, removed, changed, moved, flow } = difference;
  return (
    <ul className="flow-diff" data-testid="flow-diff">
      {added.map((node) => (
        <li key={node.id} className="is-added" data-testid={`flow-added-${node.id}`}>
          {t("flow.diff.added", { node: nodeTitle(node) })}
        </li>
      ))}
      {removed.map((node) => (
        <li key={node.id} className="is-removed" data-testid={`flow-removed-${node.id}`}>
          {t("flow.diff.removed", { node: nodeTitle(node) })}
        </li>
      ))}
      {changed.map((change) => (
        <li key={change.id} className="is-changed" data-testid={`flow-changed-${change.id}`}>
          {nodeTitle(change)}
          <NodeChanges change={change} />
        </li>
      ))}
      {flow.map((change) => (
        <li key={change.key} className="is-changed">
          {settingWords("flow", change.key)}: {short(change.before)} → {short(change.after)}
        </li>
      ))}
      {moved > 0 ? <li className="faint">{t("flow.diff.moved", { count: moved })}</li> : null}
    </ul>
  );
};

const NodeChanges = ({ change }: { change: NodeChange }) => (
  <ul>
    {change.settings.map((each) => (
      <ChangeLine key={`s ${each.key}`} name={settingWords(change.type, each.key)} change={each} />
    ))}
    {change.exits.map((each) => (
      <ChangeLine key={`e ${each.key}`} name={exitWords(change.type, each.key)} change={each} />
    ))}
  </ul>
);

const ChangeLine = ({ name, change }: { name: string; change: ValueChange }) => (
  <li>
    {name}: <del>{short(change.before, change.key)}</del> → {short(change.after, change.key)}
  </li>
);

const SHORT = 80;

const short = (value: unknown, key = ""): string => {
  if (value === undefined || value === null || value === "") return "—";
  const text = typeof value === "string" ? choiceWords(key, value) : JSON.stringify(value);
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
};
