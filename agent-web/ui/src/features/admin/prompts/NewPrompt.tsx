import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { languages } from "../../../i18n/i18n";
import { slug } from "../../../shared/slug";
import { SoundCard } from "./SoundCard";

interface Props {
  isTaken(id: string): boolean;
  onMade(id: string): Promise<void>;
}

/** A name first, then a sound in any language: with it the prompt is there. */
export const NewPrompt = ({ isTaken, onMade }: Props) => {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [ownId, setOwnId] = useState<string | null>(null);
  const id = ownId ?? slug(name);
  const problem =
    id === ""
      ? null
      : !/^[a-z0-9-]{1,40}$/.test(id)
        ? t("ruleProblem.id-invalid", { value: id, form: "a-z 0-9 -" })
        : isTaken(id)
          ? t("ruleProblem.key-taken", { value: id })
          : null;
  const isFine = name.trim() !== "" && id !== "" && problem === null;
  return (
    <div className="editor">
      <header className="editor-bar">
        <h2 className="editor-title">{t("prompts.new")}</h2>
      </header>
      <div className="editor-body">
        <div className="row prompt-name">
          <Input
            autoFocus
            aria-label={t("field.name")}
            placeholder={t("prompts.nameHint")}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
          />
          <Input
            aria-label={t("field.id")}
            placeholder={t("field.id")}
            value={id}
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
              sound={null}
              isMissing={false}
              onChanged={() => onMade(id)}
            />
          ))
        ) : (
          <p className="faint">{t("prompts.nameFirst")}</p>
        )}
      </div>
    </div>
  );
};
