import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { wordsIf } from "../../../i18n/i18n";
import type { MessageKey } from "../../../i18n/messages";
import { useAdmin } from "../core/adminContext";
import { useForm } from "../core/formContext";
import { isAt, placeOf, problemWords } from "../core/problems";

type After<Prefix extends string, Key> = Key extends `${Prefix}${infer Name}` ? Name : never;
/** A field that has words of its own: `field.<name>`. */
export type FieldName = After<"field.", MessageKey>;

export interface FieldProps {
  name: FieldName;
  /** Where it stands in the item, when that is not its name. */
  at?: string;
  /** A problem that the page sees by itself. */
  ownProblem?: string | null;
  /** Said instead of `hint.<name>`. */
  hint?: string;
  /** Without a label in front: it stands under a heading of its own. */
  isBare?: boolean;
}

export interface ControlProps {
  id: string;
  status?: "error";
  disabled: boolean;
  "aria-describedby": string;
}

interface Props extends FieldProps {
  children: (control: ControlProps) => ReactNode;
}

/** A label, what it means, its control, and what the server has against the value. */
export const Field = ({ name, at = name, ownProblem, hint, isBare = false, children }: Props) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const { problems, isReadOnly } = useForm();
  const id = useId();
  const found = problems.filter((problem) => isAt(problem, placeOf(at)));
  const words = [...new Set(found.map((problem) => problemWords(problem, view)))];
  if (ownProblem != null && words.length === 0) words.push(ownProblem);
  const help = hint ?? wordsIf("hint", name);
  return (
    <div className={isBare ? "field is-bare" : "field"} data-field={placeOf(at)}>
      <label htmlFor={id} className={isBare ? "unseen" : "field-label"}>
        {t(`field.${name}`)}
      </label>
      <div className="field-body">
        {children({
          id,
          disabled: isReadOnly,
          "aria-describedby": `${id}-said`,
          ...(words.length > 0 ? { status: "error" as const } : {}),
        })}
        <div id={`${id}-said`}>
          {words.map((sentence) => (
            <div key={sentence} className="field-problem" role="alert">
              {sentence}
            </div>
          ))}
          {help === null ? null : <div className="field-hint">{help}</div>}
        </div>
      </div>
    </div>
  );
};
