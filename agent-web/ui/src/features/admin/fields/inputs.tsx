import { Input, InputNumber, Select, Switch } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { wordsFor } from "../../../i18n/i18n";
import { Field, type FieldProps } from "./Field";

interface ValueProps<T> extends FieldProps {
  value: T;
  onChange(value: T): void;
}

interface TextProps extends ValueProps<string> {
  placeholder?: string;
  isLong?: boolean;
  autoFocus?: boolean;
}

export const TextField = ({
  value,
  onChange,
  placeholder,
  isLong,
  autoFocus,
  ...field
}: TextProps) => (
  <Field {...field}>
    {(control) =>
      isLong ? (
        <Input.TextArea
          {...control}
          value={value}
          placeholder={placeholder}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          {...control}
          value={value}
          placeholder={placeholder}
          autoFocus={autoFocus ?? false}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    }
  </Field>
);

interface NumberProps<T extends number | null> extends ValueProps<T> {
  min: number;
  max: number;
  unit?: "seconds" | "minutes" | "percent" | "callers" | "points";
  /** Said in an empty field that may stay empty. */
  placeholder?: string;
}

/** A whole number. What is out of bounds may be typed and is told, so that nothing changes behind one's back. */
const useNumber = ({ value, min, max }: { value: number | null; min: number; max: number }) => {
  const isOut = value !== null && (value < min || value > max);
  return isOut ? wordsFor("ruleProblem", "out-of-range", { value, min, max }) : null;
};

export const NumberField = ({ value, onChange, min, max, unit, ...field }: NumberProps<number>) => {
  const ownProblem = useNumber({ value, min, max });
  return (
    <Field {...field} ownProblem={ownProblem}>
      {(control) => (
        <InputNumber
          {...control}
          value={value}
          precision={0}
          suffix={unit === undefined ? null : wordsFor("unit", unit)}
          onChange={(next) => onChange(next ?? 0)}
        />
      )}
    </Field>
  );
};

/** The same, empty when it does not apply. */
export const OptionalNumberField = ({
  value,
  onChange,
  min,
  max,
  unit,
  placeholder,
  ...field
}: NumberProps<number | null>) => {
  const ownProblem = useNumber({ value, min, max });
  return (
    <Field {...field} ownProblem={ownProblem}>
      {(control) => (
        <InputNumber
          {...control}
          value={value}
          precision={0}
          placeholder={placeholder}
          suffix={unit === undefined ? null : wordsFor("unit", unit)}
          onChange={onChange}
        />
      )}
    </Field>
  );
};

export const SwitchField = ({ value, onChange, ...field }: ValueProps<boolean>) => (
  <Field {...field}>
    {({ status, ...control }) => <Switch {...control} checked={value} onChange={onChange} />}
  </Field>
);

export interface Option {
  value: string;
  label: ReactNode;
  /** What is found by typing, when the label is no text. */
  text?: string;
}

interface ChoiceProps<T> extends ValueProps<T> {
  options: readonly Option[];
  placeholder?: string;
  isWide?: boolean;
}

const found = (search: string, option: Option | undefined): boolean =>
  `${option?.text ?? option?.label} ${option?.value}`.toLowerCase().includes(search.toLowerCase());

/** One of several; `null` stands for none where it may be left open. */
export const ChoiceField = <T extends string | null>({
  value,
  onChange,
  options,
  placeholder,
  ...field
}: ChoiceProps<T> & { isOptional?: boolean }) => {
  const { isOptional = false, ...rest } = field;
  return (
    <Field {...rest}>
      {(control) => (
        <Select
          {...control}
          value={value === "" ? null : value}
          options={[...options]}
          placeholder={placeholder}
          allowClear={isOptional}
          showSearch={{ filterOption: found }}
          onChange={(next: string | null | undefined) => onChange((next ?? null) as T)}
        />
      )}
    </Field>
  );
};

/** Any number of them. */
export const ManyField = ({
  value,
  onChange,
  options,
  placeholder,
  mayType = false,
  ...field
}: ChoiceProps<string[]> & { mayType?: boolean }) => (
  <Field {...field}>
    {(control) => (
      <Select
        {...control}
        mode={mayType ? "tags" : "multiple"}
        value={value}
        options={[...options]}
        placeholder={placeholder}
        showSearch={{ filterOption: found }}
        onChange={onChange}
      />
    )}
  </Field>
);

/** Yes, no, or no matter. */
export const MaybeField = ({ value, onChange, ...field }: ValueProps<boolean | null>) => {
  const { t } = useTranslation();
  return (
    <Field {...field}>
      {(control) => (
        <Select
          {...control}
          value={value === null ? "any" : String(value)}
          options={[
            { value: "any", label: t("admin.any") },
            { value: "true", label: t("admin.yes") },
            { value: "false", label: t("admin.no") },
          ]}
          onChange={(next) => onChange(next === "any" ? null : next === "true")}
        />
      )}
    </Field>
  );
};
