import { Button, InputNumber, Select, Slider } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { wordsFor } from "../../../i18n/i18n";
import { useAdmin } from "../core/adminContext";
import { useForm } from "../core/formContext";
import { isAt, problemWords } from "../core/problems";

interface Props {
  name: "skills" | "queues";
  /** Of which kind the keys are. */
  kind: "skill" | "queue";
  value: Readonly<Record<string, number>>;
  max: number;
  /** What a new one begins with. */
  initial: number;
  isSlider?: boolean;
  onChange(value: Record<string, number>): void;
}

/** Keys of other rules, each with a number: skills with levels, queues with preferences. */
export const LevelsField = ({ name, kind, value, max, initial, isSlider, onChange }: Props) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const { isReadOnly } = useForm();
  const left = view.options(kind).filter((option) => !(option.value in value));
  const put = (key: string, level: number): void => onChange({ ...value, [key]: level });
  const drop = (key: string): void => {
    const { [key]: _, ...rest } = value;
    onChange(rest);
  };
  return (
    <div className="levels">
      {Object.keys(value).length === 0 ? (
        <p className="field-hint">{t(`admin.none.${name}`)}</p>
      ) : null}
      {Object.entries(value).map(([key, level]) => (
        <LevelRow
          key={key}
          at={`${name}.${key}`}
          label={view.name(kind, key)}
          level={level}
          max={max}
          isSlider={isSlider ?? false}
          onChange={(next) => put(key, next)}
          onDrop={() => drop(key)}
        />
      ))}
      {isReadOnly ? null : (
        <Select
          className="levels-add"
          aria-label={t(`admin.add.${name}`)}
          placeholder={`+ ${t(`admin.add.${name}`)}`}
          value={null}
          options={left}
          disabled={left.length === 0}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(key: string | null) => key !== null && put(key, initial)}
        />
      )}
    </div>
  );
};

interface RowProps {
  at: string;
  label: string;
  level: number;
  max: number;
  isSlider: boolean;
  onChange(level: number): void;
  onDrop(): void;
}

const LevelRow = ({ at, label, level, max, isSlider, onChange, onDrop }: RowProps) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const { problems, isReadOnly } = useForm();
  const id = useId();
  const isOut = level < 1 || level > max;
  const found = problems.filter((problem) => isAt(problem, at));
  const words = found.map((problem) => problemWords(problem, view));
  if (isOut && words.length === 0)
    words.push(wordsFor("ruleProblem", "out-of-range", { value: level, min: 1, max }));
  return (
    <div data-field={at}>
      <div className="level-row">
        <label htmlFor={id} className="clip">
          {label}
        </label>
        {isSlider ? (
          <Slider
            min={1}
            max={max}
            disabled={isReadOnly}
            value={Math.min(max, Math.max(1, level))}
            ariaLabelForHandle={label}
            onChange={onChange}
          />
        ) : null}
        <InputNumber
          id={id}
          size="small"
          precision={0}
          disabled={isReadOnly}
          value={level}
          {...(words.length > 0 ? { status: "error" as const } : {})}
          aria-describedby={`${id}-said`}
          onChange={(next) => onChange(next ?? 1)}
        />
        {isReadOnly ? null : (
          <Button
            size="small"
            type="text"
            danger
            aria-label={t("admin.takeAwayNamed", { name: label })}
            onClick={onDrop}
          >
            ✕
          </Button>
        )}
      </div>
      <div id={`${id}-said`}>
        {words.map((sentence) => (
          <div key={sentence} className="field-problem" role="alert">
            {sentence}
          </div>
        ))}
      </div>
    </div>
  );
};
