import { Select } from "antd";
import type { FlowNode, FlowSettingType } from "../../../contracts/flows";
import { useDrawing, useSurroundings } from "../editor/editorContext";
import type { FlowProblem } from "../model/problem";
import { isReference } from "../model/references";
import { variablesOf } from "../model/variables";
import { choiceWords, problemWords, settingHint, settingWords } from "../words";
import { NumberInput, SwitchInput, TextInput, VariableInput } from "./inputs";
import { JsonInput } from "./JsonInput";
import { OptionsInput } from "./OptionsInput";
import { PairsInput } from "./PairsInput";
import { ReferenceInput } from "./ReferenceInput";
import { VariableMenu } from "./VariableMenu";

export interface InputProps {
  /** For tests from outside and for screen readers. */
  testId: string;
  name: string;
  setting: FlowSettingType;
  value: unknown;
  isFaulty: boolean;
  onChange: (value: unknown) => void;
}

interface Props {
  node: FlowNode;
  setting: FlowSettingType;
  problem: FlowProblem | undefined;
  onChange: (value: unknown) => void;
}

/** Whether a field is short enough to stand beside its name. */
const isInline = ({ key, kind, choices }: FlowSettingType): boolean =>
  kind === "choice"
    ? (choices ?? []).every((choice) => choiceWords(key, choice).length <= CHOICE_MAX)
    : kind === "number" || kind === "boolean";
const CHOICE_MAX = 14;

/** One setting of a node, drawn by what the server says of it. */
export const SettingField = ({ node, setting, problem, onChange }: Props) => {
  const name = settingWords(node.type, setting.key);
  const hint = settingHint(node.type, setting);
  return (
    <div
      className={isInline(setting) ? "flow-field is-inline" : "flow-field"}
      data-testid={`flow-field-${setting.key}`}
    >
      <span>
        {name}
        {setting.required === true ? <b className="flow-required"> *</b> : null}
      </span>
      <Input
        testId={`flow-setting-${setting.key}`}
        name={name}
        setting={setting}
        value={node.settings[setting.key]}
        isFaulty={problem !== undefined}
        onChange={onChange}
      />
      {hint === null ? null : <small className="faint">{hint}</small>}
      {problem === undefined ? null : (
        <small className="flow-fault" data-testid={`flow-fault-${setting.key}`}>
          {problemWords(problem, node.type)}
        </small>
      )}
    </div>
  );
};

const Input = (props: InputProps) => {
  const { kind } = props.setting;
  if (isReference(kind)) return <ReferenceInput {...props} kind={kind} isSeveral={false} />;
  switch (kind) {
    case "prompts":
      return <ReferenceInput {...props} kind="prompt" isSeveral />;
    case "text":
    case "longText":
    case "expression":
      return <TextWithVariables {...props} />;
    case "skills":
      return <TextInput {...props} isLong />;
    case "variable":
      return <DrawingVariable {...props} />;
    case "number":
      return <NumberInput {...props} />;
    case "boolean":
      return <SwitchInput {...props} />;
    case "choice":
      return <ChoiceInput {...props} />;
    case "options":
      return <OptionsInput {...props} />;
    case "headers":
      return <PairsInput {...props} />;
    default:
      return <JsonInput {...props} />;
  }
};

const ChoiceInput = ({ testId, name, setting, value, isFaulty, onChange }: InputProps) => (
  <Select
    size="small"
    popupMatchSelectWidth={false}
    data-testid={testId}
    aria-label={name}
    value={typeof value === "string" ? value : textOf(setting.default)}
    options={(setting.choices ?? []).map((choice) => ({
      value: choice,
      label: <span data-testid={`${testId}-${choice}`}>{choiceWords(setting.key, choice)}</span>,
    }))}
    onChange={(choice: string | null) => onChange(choice ?? undefined)}
    {...(isFaulty ? { status: "error" as const } : {})}
  />
);

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

const DrawingVariable = (props: InputProps) => {
  const graph = useDrawing();
  const { catalog } = useSurroundings();
  return <VariableInput {...props} variables={variablesOf(graph, catalog)} />;
};

/** A text into which variables can be put; in a condition they stand without their braces. */
const TextWithVariables = (props: InputProps) => {
  const { kind } = props.setting;
  const text = typeof props.value === "string" ? props.value : "";
  const put = (name: string): void => {
    if (kind === "expression") props.onChange(`${text}${text === "" ? "" : " "}${name}`);
    else props.onChange(`${text}\${${name}}`);
  };
  return (
    <div className="row flow-text">
      <TextInput {...props} isLong={kind !== "text"} />
      <VariableMenu testId={props.testId} onChoose={put} />
    </div>
  );
};
