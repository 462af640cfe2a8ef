import type { FlowNode, FlowNodeType, FlowOption, FlowSettingType } from "../../../contracts/flows";

/** In a type's exits: one exit for every option of its `options` setting. */
export const PER_OPTION = "per-option";

export type Catalog = ReadonlyMap<string, FlowNodeType>;

export const catalogOf = (types: readonly FlowNodeType[]): Catalog =>
  new Map(types.map((type) => [type.type, type]));

export const defaultsOf = (type: FlowNodeType): Record<string, unknown> =>
  Object.fromEntries(
    type.settings
      .filter((setting) => setting.default !== undefined && setting.default !== null)
      .map((setting) => [setting.key, setting.default]),
  );

const optionsSetting = (type: FlowNodeType): FlowSettingType | undefined =>
  type.settings.find((setting) => setting.kind === "options");

export const optionsOf = (node: FlowNode, type: FlowNodeType): FlowOption[] => {
  const setting = optionsSetting(type);
  return setting === undefined ? [] : readOptions(node.settings[setting.key]);
};

/** Options as they were written, however they were written. */
export const readOptions = (value: unknown): FlowOption[] =>
  Array.isArray(value) ? value.map(readOption).filter((option) => option !== null) : [];

const readOption = (value: unknown): FlowOption | null => {
  if (typeof value === "string") return { digit: value, label: "" };
  if (typeof value !== "object" || value === null) return null;
  const { digit, label } = value as Partial<FlowOption>;
  return { digit: String(digit ?? ""), label: String(label ?? "") };
};
