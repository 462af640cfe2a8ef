import type { FlowNode, FlowNodeType, FlowSettingType } from "../../../contracts/flows";
import { readOptions } from "./catalog";
import { isEqual } from "./diff";
import { isReference, nameOf, type References } from "./references";

/** A setting worth a line on the node: what is chosen, not what is left as it was. */
export interface SummaryLine {
  key: string;
  kind: string;
  /** For people where the page knows the name, else as it stands. */
  text: string;
}

const LINES_MAX = 3;

export const summaryOf = (
  node: FlowNode,
  type: FlowNodeType | undefined,
  references: References,
): SummaryLine[] =>
  (type?.settings ?? [])
    .filter((setting) => isTelling(setting, node.settings[setting.key]))
    .slice(0, LINES_MAX)
    .map((setting) => ({
      key: setting.key,
      kind: setting.kind,
      text: textOf(setting, node.settings[setting.key], references),
    }));

const isTelling = (setting: FlowSettingType, value: unknown): boolean => {
  if (value === undefined || value === null || value === "") return false;
  if (setting.kind === "options" || setting.kind === "headers") return false;
  return setting.required === true || !isEqual(value, setting.default);
};

/** A value as people know it: names where there are some. */
export const textOf = (
  setting: FlowSettingType,
  value: unknown,
  references: References,
): string => {
  const kind = setting.kind === "prompts" ? "prompt" : setting.kind;
  if (isReference(kind)) {
    return [value]
      .flat()
      .map((id) => nameOf(references, kind, String(id)))
      .join(", ");
  }
  if (setting.kind === "options") {
    return readOptions(value)
      .map(({ digit, label }) => [digit, label].filter(Boolean).join(" "))
      .join(", ");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};
