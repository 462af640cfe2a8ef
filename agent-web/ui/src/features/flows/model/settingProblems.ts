import type { FlowNode, FlowNodeType, FlowSettingType } from "../../../contracts/flows";
import { readOptions } from "./catalog";
import { type FlowProblem, problem } from "./problem";
import { isReference, type References } from "./references";

/** What is missing or out of bounds among a node's settings. */
export const settingProblems = (
  node: FlowNode,
  type: FlowNodeType,
  references: References,
): FlowProblem[] =>
  type.settings.flatMap((setting) => {
    const value = node.settings[setting.key];
    const found = isEmpty(value)
      ? emptyProblem(setting)
      : (boundsProblem(setting, value) ??
        referenceProblem(setting, value, references) ??
        optionsProblem(setting, value));
    if (found === null) return [];
    return [problem(found.code, { node: node.id, setting: setting.key }, found.args)];
  });

interface Found {
  code: string;
  args: Record<string, unknown>;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

const emptyProblem = (setting: FlowSettingType): Found | null =>
  setting.required === true ? { code: "setting-required", args: { setting: setting.key } } : null;

const boundsProblem = (setting: FlowSettingType, value: unknown): Found | null => {
  const args = { setting: setting.key, min: setting.min, max: setting.max };
  if (setting.kind === "number") {
    if (typeof value !== "number") return { code: "setting-not-a-number", args };
    if (setting.min != null && value < setting.min) return { code: "setting-too-small", args };
    if (setting.max != null && value > setting.max) return { code: "setting-too-large", args };
  }
  if (typeof value === "string" && setting.kind !== "number") {
    if (setting.max != null && value.length > setting.max)
      return { code: "setting-too-long", args };
  }
  const entries = Array.isArray(value) ? value : isPairs(value) ? Object.keys(value) : [];
  if (setting.max != null && entries.length > setting.max)
    return { code: "setting-too-many", args };
  if (setting.kind === "choice" && setting.choices != null) {
    if (!setting.choices.includes(String(value))) return { code: "setting-not-a-choice", args };
  }
  return null;
};

const isPairs = (value: unknown): value is object => typeof value === "object" && value !== null;

const referenceProblem = (
  setting: FlowSettingType,
  value: unknown,
  references: References,
): Found | null => {
  const kind = setting.kind === "prompts" ? "prompt" : setting.kind;
  if (!isReference(kind)) return null;
  const known = references[kind];
  const isKnown = (id: string) => known === null || known.some((each) => each.id === id);
  const missing = [value]
    .flat()
    .map(String)
    .find((id) => !id.includes("${") && !isKnown(id));
  return missing === undefined ? null : { code: `${kind}-missing`, args: { id: missing } };
};

const optionsProblem = (setting: FlowSettingType, value: unknown): Found | null => {
  if (setting.kind !== "options") return null;
  const digits = readOptions(value).map((option) => option.digit);
  if (digits.some((digit) => digit === "")) return { code: "option-empty", args: {} };
  const twice = digits.find((digit, at) => digits.indexOf(digit) !== at);
  return twice === undefined ? null : { code: "option-repeated", args: { digit: twice } };
};
