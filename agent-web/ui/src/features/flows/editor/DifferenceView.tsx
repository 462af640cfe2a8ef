import { useTranslation } from "react-i18next";
import type { FlowGraph } from "../../../contracts/flows";
import { differenceOf, isSame, type NodeChange, type ValueChange } from "../model/diff";
import { nodeOf } from "../model/graph";
import { nameOf } from "../model/references";
import { textOf } from "../model/summary";
import { choiceWords, exitWords, nodeTitle, settingWords } from "../words";
import { useSurroundings } from "./editorContext";

/** What changed between two drawings, in words. */
export const DifferenceView = ({ before, after }: { before: FlowGraph; after: FlowGraph }) => {
  const { t } = useTranslation();
  const difference = differenceOf(before, after);
  const titleOf: Say = (id) => {
    const node = nodeOf(after, String(id)) ?? nodeOf(before, String(id));
    return node === undefined ? String(id) : nodeTitle(node);
  };
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
          <NodeChanges change={change} titleOf={titleOf} />
        </li>
      ))}
      {flow.map((change) => (
        <FlowChange key={change.key} change={change} titleOf={titleOf} />
      ))}
      {moved > 0 ? <li className="faint">{t("flow.diff.moved", { count: moved })}</li> : null}
    </ul>
  );
};

type Say = (value: unknown) => string;

const NodeChanges = ({ change, titleOf }: { change: NodeChange; titleOf: Say }) => {
  const { catalog, references } = useSurroundings();
  const settings = catalog.get(change.type)?.settings ?? [];
  const sayOf = (key: string): Say => {
    const setting = settings.find((each) => each.key === key);
    if (setting === undefined) return (value) => String(value);
    return setting.kind === "choice"
      ? (value) => choiceWords(key, String(value))
      : (value) => textOf(setting, value, references);
  };
  return (
    <ul>
      {change.settings.map((each) => (
        <li key={`s ${each.key}`}>
          {settingWords(change.type, each.key)}: <Values change={each} say={sayOf(each.key)} />
        </li>
      ))}
      {change.exits.map((each) => (
        <li key={`e ${each.key}`}>
          {exitWords(change.type, each.key)}: <Values change={each} say={titleOf} />
        </li>
      ))}
    </ul>
  );
};

const FlowChange = ({ change, titleOf }: { change: ValueChange; titleOf: Say }) => {
  const { references } = useSurroundings();
  const says: Readonly<Record<string, Say>> = {
    language: (value) => choiceWords("language", String(value)),
    start: titleOf,
    fallbackQueue: (value) => nameOf(references, "queue", String(value)),
  };
  return (
    <li className="is-changed">
      {settingWords("flow", change.key)}:{" "}
      <Values change={change} say={says[change.key] ?? String} />
    </li>
  );
};

const Values = ({ change, say }: { change: ValueChange; say: Say }) => (
  <>
    <del>{short(change.before, say)}</del> → {short(change.after, say)}
  </>
);

const SHORT = 80;

const short = (value: unknown, say: Say): string => {
  if (value === undefined || value === null || value === "") return "—";
  const text = say(value);
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
};
