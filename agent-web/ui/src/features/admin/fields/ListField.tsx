import { Button } from "antd";
import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MessageKey } from "../../../i18n/messages";
import { useForm } from "../core/formContext";
import { ProblemsAt } from "./ProblemsAt";

interface Props<T> {
  /** Path of the list in the item. */
  at: string;
  value: readonly T[];
  add: MessageKey;
  /** Said while there is nothing. */
  none: MessageKey;
  initial: T;
  isOrdered?: boolean;
  onChange(value: T[]): void;
  children(value: T, change: (part: Partial<T>) => void, at: string): ReactNode;
}

/** Parts in a row: added, taken away, and moved where their order counts. */
export const ListField = <T extends object>(props: Props<T>) => {
  const { at, value, add, none, initial, isOrdered = false, onChange, children } = props;
  const { t } = useTranslation();
  const { isReadOnly } = useForm();
  const keys = useKeys(value);
  const put = (index: number, part: Partial<T>): void =>
    onChange(value.map((old, place) => (place === index ? { ...old, ...part } : old)));
  return (
    <div>
      <ProblemsAt at={at} />
      {value.length === 0 ? <p className="field-hint">{t(none)}</p> : null}
      {value.map((part, index) => (
        <fieldset key={keys[index]} className="list-part" data-field={`${at}.${index}`}>
          <div className="row list-part-tools">
            <b className="soft">{index + 1}</b>
            <span className="grow" />
            {isReadOnly || !isOrdered || index === 0 ? null : (
              <Button
                size="small"
                type="text"
                aria-label={t("admin.moveUp")}
                onClick={() => onChange(swapped(value, index))}
              >
                ↑
              </Button>
            )}
            {isReadOnly ? null : (
              <Button
                size="small"
                type="text"
                danger
                aria-label={t("admin.takeAway")}
                onClick={() => onChange(value.filter((_, place) => place !== index))}
              >
                ✕
              </Button>
            )}
          </div>
          <ProblemsAt at={`${at}.${index}`} />
          {children(part, (change) => put(index, change), `${at}[${index}]`)}
        </fieldset>
      ))}
      {isReadOnly ? null : (
        <Button size="small" onClick={() => onChange([...value, { ...initial }])}>
          + {t(add)}
        </Button>
      )}
    </div>
  );
};

/** The part and the one above it change places. */
const swapped = <T,>(parts: readonly T[], index: number): T[] => {
  const moved = [...parts];
  moved.splice(index - 1, 0, ...moved.splice(index, 1));
  return moved;
};

/** A part keeps its key, and with it the focus in its fields, when it is edited or others move. */
const useKeys = <T,>(value: readonly T[]): number[] => {
  const known = useRef<{ part: T; key: number }[]>([]);
  const next = useRef(0);
  const before = known.current;
  const left = new Map(before.map(({ part, key }) => [part, key]));
  const taken = new Set<number>();
  const keyed = value.map((part, index) => {
    const own = left.get(part);
    if (own !== undefined && !taken.has(own)) {
      taken.add(own);
      return { part, key: own };
    }
    const place = before[index];
    const isEdited = place !== undefined && !value.includes(place.part) && !taken.has(place.key);
    const key = isEdited ? place.key : next.current++;
    taken.add(key);
    return { part, key };
  });
  known.current = keyed;
  return keyed.map(({ key }) => key);
};
