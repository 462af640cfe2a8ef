import { AutoComplete, Input, InputNumber, Switch } from "antd";
import type { InputProps } from "./SettingField";

const statusOf = (isFaulty: boolean) => (isFaulty ? { status: "error" as const } : {});
const lengthOf = (max: number | null | undefined) => (max == null ? {} : { maxLength: max });

export const TextInput = (props: InputProps & { isLong?: boolean }) => {
  const { testId, name, setting, value, isFaulty, onChange, isLong = false } = props;
  const shared = {
    "data-testid": testId,
    "aria-label": name,
    placeholder: setting.default == null ? "" : String(setting.default),
    value: value === undefined || value === null ? "" : String(value),
    ...statusOf(isFaulty),
    ...lengthOf(setting.max),
  };
  return isLong ? (
    <Input.TextArea
      {...shared}
      autoSize={{ minRows: 2, maxRows: 8 }}
      onChange={(event) => onChange(event.target.value)}
    />
  ) : (
    <Input {...shared} onChange={(event) => onChange(event.target.value)} />
  );
};

/** What holds while nothing is filled in, else the bounds. */
const usualOf = ({ default: usual, min, max }: InputProps["setting"]): string =>
  usual == null ? [min, max].map((bound) => bound ?? "…").join(" – ") : String(usual);

/** Bounds are told, not enforced while typing: what is wrong is marked and stays as it was typed. */
export const NumberInput = ({ testId, name, setting, value, isFaulty, onChange }: InputProps) => (
  <InputNumber
    data-testid={testId}
    aria-label={name}
    size="small"
    value={typeof value === "number" ? value : null}
    placeholder={usualOf(setting)}
    onChange={(number) => onChange(number ?? undefined)}
    {...statusOf(isFaulty)}
  />
);

export const SwitchInput = ({ testId, name, setting, value, onChange }: InputProps) => (
  <Switch
    size="small"
    data-testid={testId}
    aria-label={name}
    checked={(value ?? setting.default) === true}
    onChange={onChange}
  />
);

export const VariableInput = (props: InputProps & { variables: readonly string[] }) => {
  const { testId, name, value, isFaulty, onChange, variables } = props;
  return (
    <AutoComplete
      data-testid={testId}
      aria-label={name}
      value={typeof value === "string" ? value : ""}
      options={variables.map((each) => ({ value: each }))}
      showSearch={{ filterOption: (typed, option) => String(option?.value).includes(typed) }}
      onChange={(text: string | undefined) => onChange(text ?? "")}
      {...statusOf(isFaulty)}
    />
  );
};
