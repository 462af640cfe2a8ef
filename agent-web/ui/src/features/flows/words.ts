import i18next from "i18next";
import type { Problem } from "../../connection/restClient";
import type { FlowNode, FlowSettingType } from "../../contracts/flows";
import type { RuleChange, RuleProblem } from "../../contracts/rules";
import type { MessageKey } from "../../i18n/messages";
import { type FlowProblem, problem } from "./model/problem";
import type { SummaryLine } from "./model/summary";

/** The first of these keys that has words; null when none has. */
const firstKnown = (
  keys: readonly string[],
  values: Record<string, unknown> = {},
): string | null => {
  const key = keys.find((each) => i18next.exists(each));
  return key === undefined ? null : i18next.t(key as MessageKey, values);
};

/** Words for what the server's catalog names; its own key where we have none yet. */
export const nodeWords = (type: string): string => firstKnown([`flowNode.${type}`]) ?? type;

export const settingWords = (type: string, key: string): string =>
  firstKnown([`flowSetting.${type}.${key}`, `flowSetting.${key}`]) ?? key;

export const settingHint = (type: string, { key, kind }: FlowSettingType): string | null =>
  firstKnown([`flowHint.${type}.${key}`, `flowHint.${key}`, `flowHint.kind.${kind}`]);

export const choiceWords = (key: string, choice: string): string =>
  firstKnown([`flowChoice.${key}.${choice}`, `flowChoice.${choice}`]) ?? choice;

export const exitWords = (type: string, exit: string): string =>
  firstKnown([`flowExit.${type}.${exit}`, `flowExit.${exit}`]) ?? exit;

export const problemWords = (found: FlowProblem, nodeType: string | undefined): string => {
  const { code, args, setting, exit } = found;
  const values = {
    ...args,
    setting: setting === null ? args.setting : settingWords(nodeType ?? "", setting),
    exit: exit === null ? args.exit : exitWords(nodeType ?? "", exit),
  };
  return firstKnown([`flowProblem.${code}`], values) ?? code;
};

export const authorOf = ({ author, authorName }: RuleChange): string =>
  authorName || firstKnown([`flowAuthor.${author}`]) || author;

/** With a refusal come the reasons. */
export const refusalsOf = ({ details }: Problem): readonly RuleProblem[] => details.problems ?? [];

/** Why the server did not do what it was asked. */
export const failureWords = (failure: Problem): string => {
  const [first] = refusalsOf(failure);
  if (first !== undefined) {
    return problemWords(problem(first.code, {}, first.args), undefined);
  }
  return (
    firstKnown([`flowFailure.${failure.code}`]) ??
    i18next.t("flowFailure.other", { code: failure.code })
  );
};

/** "Menu 2" for menu-2; the id where it was made otherwise. */
export const nodeTitle = ({ id, type }: Pick<FlowNode, "id" | "type">): string => {
  const number = id.startsWith(`${type}-`) ? id.slice(type.length + 1) : "";
  return /^\d+$/.test(number) ? `${nodeWords(type)} ${number}` : id;
};

export const summaryWords = (type: string, line: SummaryLine): string => {
  switch (line.kind) {
    case "boolean":
      return settingWords(type, line.key);
    case "choice":
      return choiceWords(line.key, line.text);
    case "number":
      return `${settingWords(type, line.key)}: ${line.text}`;
    default:
      return line.text;
  }
};

export const nodeHint = (type: string): string | null => firstKnown([`flowAbout.${type}`]);
