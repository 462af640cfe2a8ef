import { App, Button, Input, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { promptsApi } from "../../../connection/promptsApi";
import { languages } from "../../../i18n/i18n";
import { useAdmin } from "../core/adminContext";
import { promptFault, usesWords } from "./promptFault";
import { SoundCard } from "./SoundCard";
import type { ShelfRow } from "./usePrompts";

interface Props {
  row: ShelfRow;
  onChanged(): Promise<void>;
  onRemoved(): Promise<void>;
}

/** One prompt: its name, who plays it, and its sound in each language. */
export const PromptEditor = ({ row, onChanged, onRemoved }: Props) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { isReadOnly } = useAdmin();
  const [name, setName] = useState(row.name);
  const isMade =
    row.prompt !== null &&
    (!row.prompt.builtIn || Object.values(row.prompt.languages).some((sound) => sound.author));
  const canRename = !isReadOnly && row.prompt !== null && name.trim() !== row.name;

  const carryOut = async (send: () => Promise<unknown>, after: () => Promise<void>) => {
    try {
      await send();
      await after();
    } catch (error) {
      void message.error(promptFault(error), 8);
    }
  };
  return (
    <div className="editor" data-testid="editor">
      <header className="editor-bar">
        <h2 className="editor-title clip">{row.name}</h2>
        <code className="faint clip">{row.id}</code>
        <span className="grow" />
        {isReadOnly || !isMade ? null : (
          <Popconfirm
            title={t("admin.removeQuestion", { name: row.name })}
            okText={t("admin.remove")}
            onConfirm={() => void carryOut(() => promptsApi.remove(row.id), onRemoved)}
          >
            <Button size="small" danger data-testid="remove">
              {t("admin.remove")}
            </Button>
          </Popconfirm>
        )}
      </header>
      <div className="editor-body">
        {row.prompt === null ? null : (
          <form
            className="row prompt-name"
            onSubmit={(event) => {
              event.preventDefault();
              if (canRename) void carryOut(() => promptsApi.rename(row.id, name.trim()), onChanged);
            }}
          >
            <Input
              aria-label={t("field.name")}
              disabled={isReadOnly}
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.target.value)}
            />
            <Button htmlType="submit" disabled={!canRename || name.trim() === ""}>
              {t("prompts.rename")}
            </Button>
          </form>
        )}
        <p className="soft" data-testid="used-by">
          {t("prompts.usedBy")}: {usesWords(row.usedBy)}
        </p>
        {languages.map((language) => (
          <SoundCard
            key={language}
            id={row.id}
            name={null}
            language={language}
            sound={row.prompt?.languages[language] ?? null}
            isMissing={row.missing.includes(language)}
            onChanged={onChanged}
          />
        ))}
      </div>
    </div>
  );
};
