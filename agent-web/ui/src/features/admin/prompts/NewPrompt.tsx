import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "../../../i18n/i18n";
import { slug } from "../../../shared/slug";
import { SoundCard } from "./SoundCard";
import type { ShelfRow } from "./usePrompts";

interface Props {
  rowOf(id: string): ShelfRow | undefined;
  onChanged(): Promise<void>;
}

/**
 * A name first, then a sound in any language: with it the prompt is there. The page stays, for a recording in another
 * language may wait in it.
 */
export const NewPrompt = ({ rowOf, onChanged }: Props) => {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [ownId, setOwnId] = useState<string | null>(null);
  const [madeId, setMadeId] = useState<string | null>(null);
  const id = madeId ?? ownId ?? slug(name);
  const made = madeId === null ? undefined : rowOf(madeId);
  const problem =
    id === ""
      ? null
      : !/^[a-z0-9-]{1,40}$/.test(id)
        ? t("ruleProblem.id-invalid", { value: id, form: "a-z 0-9 -" })
        : madeId === null && rowOf(id) !== undefined
          ? t("ruleProblem.key-taken", { value: id })
          : null;
  const isFine = name.trim() !== "" && id !== "" && problem === null;
  return (
    <div className="editor">
      <header className="editor-bar">
        <h2 className="editor-title">{madeId === null ? t("prompts.new") : name}</h2>
      </header>
      <div className="editor-body">
        <div className="row prompt-name">
          <Input
            autoFocus
            aria-label={t("field.name")}
            placeholder={t("prompts.nameHint")}
            value={name}
            maxLength={100}
            disabled={madeId !== null}
            onChange={(event) => setName(event.target.value)}
          />
          <Input
            aria-label={t("field.id")}
            placeholder={t("field.id")}
            value={id}
            disabled={madeId !== null}
            {...(problem === null ? {} : { status: "error" as const })}
            onChange={(event) => setOwnId(event.target.value)}
          />
        </div>
        {problem === null ? null : (
          <p className="field-problem" role="alert">
            {problem}
          </p>
        )}
        {isFine ? (
          languages.map((language) => (
            <SoundCard
              key={language}
              id={id}
              name={name.trim()}
              language={language}
              sound={made?.prompt?.languages[language] ?? null}
              isMissing={false}
              onChanged={async () => {
                setMadeId(id);
                await onChanged();
              }}
            />
          ))
        ) : (
          <p className="faint">{t("prompts.nameFirst")}</p>
        )}
      </div>
    </div>
  );
};
