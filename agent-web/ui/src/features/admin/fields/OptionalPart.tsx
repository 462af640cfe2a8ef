import { Switch } from "antd";
import type { ReactNode } from "react";
import { Field, type FieldName } from "./Field";

interface Props<T> {
  name: FieldName;
  value: T | null;
  /** What it begins with when it is switched on. */
  initial: T;
  onChange(value: T | null): void;
  children(value: T, change: (part: Partial<T>) => void): ReactNode;
}

/** A part that is there or not; its fields show when it is. */
export const OptionalPart = <T extends object>({
  name,
  value,
  initial,
  onChange,
  children,
}: Props<T>) => (
  <>
    <Field name={name} at={`${name}.switch`}>
      {({ status, ...control }) => (
        <Switch
          {...control}
          checked={value !== null}
          onChange={(isOn) => onChange(isOn ? initial : null)}
        />
      )}
    </Field>
    {value === null ? null : (
      <div className="part">{children(value, (part) => onChange({ ...value, ...part }))}</div>
    )}
  </>
);
