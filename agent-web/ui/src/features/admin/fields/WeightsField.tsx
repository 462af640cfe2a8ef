import { InputNumber, Slider } from "antd";
import { wordsFor, wordsIf } from "../../../i18n/i18n";
import { useForm } from "../core/formContext";
import type { WeightTerm } from "../kinds/options";
import { ProblemsAt } from "./ProblemsAt";

interface Props {
  value: Readonly<Record<string, number>>;
  terms: readonly WeightTerm[];
  onChange(value: Record<string, number>): void;
}

/** How much each thing that a strategy looks at counts. */
export const WeightsField = ({ value, terms, onChange }: Props) => {
  const { isReadOnly } = useForm();
  return terms.map(({ name, initial, max }) => {
    const label = wordsFor("weight", name);
    const put = (weight: number | null): void => onChange({ ...value, [name]: weight ?? 0 });
    const hint = wordsIf("weightHint", name);
    return (
      <div key={name} className="field" data-field={`weights.${name}`}>
        <span className="field-label">{label}</span>
        <div className="field-body">
          <div className="level-row is-weight">
            <Slider
              min={0}
              max={max}
              step={max > 1 ? 1 : 0.05}
              disabled={isReadOnly}
              value={value[name] ?? initial}
              ariaLabelForHandle={label}
              onChange={put}
            />
            <InputNumber
              size="small"
              aria-label={label}
              disabled={isReadOnly}
              value={value[name] ?? initial}
              step={max > 1 ? 1 : 0.05}
              onChange={put}
            />
          </div>
          <ProblemsAt at={`weights.${name}`} />
          {hint === null ? null : <div className="field-hint">{hint}</div>}
        </div>
      </div>
    );
  });
};
