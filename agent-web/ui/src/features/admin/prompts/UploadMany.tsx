import { Button, Modal, Progress, Select, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { promptsApi } from "../../../connection/promptsApi";
import type { Language } from "../../../contracts/shared";
import { languageOptions } from "../kinds/options";
import { promptFault } from "./promptFault";
import { promptOfFile } from "./promptOfFile";

interface State {
  done: number;
  total: number;
  failures: { file: string; why: string }[];
}

/** Many files at once: each becomes the prompt that its name says. */
export const UploadMany = ({ onDone }: { onDone(): Promise<void> }) => {
  const { t, i18n } = useTranslation();
  const [isOpen, open] = useState(false);
  const [language, setLanguage] = useState(i18n.language as Language);
  const [state, setState] = useState<State | null>(null);
  const isBusy = state !== null && state.done < state.total;

  const handleFiles = async (files: readonly File[]): Promise<void> => {
    const failures: State["failures"] = [];
    for (const [index, file] of files.entries()) {
      setState({ done: index, total: files.length, failures: [...failures] });
      const prompt = promptOfFile(file.name, language);
      try {
        if (prompt.id === "") throw new RangeError(file.name);
        await promptsApi.upload(prompt.id, prompt.language, file, "upload", prompt.name);
      } catch (error) {
        const why = error instanceof RangeError ? t("prompts.badFileName") : promptFault(error);
        failures.push({ file: file.name, why });
      }
    }
    setState({ done: files.length, total: files.length, failures });
    await onDone();
  };
  return (
    <>
      <Button size="small" onClick={() => open(true)}>
        {t("prompts.several")}
      </Button>
      <Modal
        open={isOpen}
        title={t("prompts.several")}
        onCancel={() => (isBusy ? undefined : open(false))}
        footer={null}
      >
        <p className="soft">{t("prompts.severalHint")}</p>
        <Select
          aria-label={t("field.language")}
          value={language}
          options={languageOptions()}
          disabled={isBusy}
          onChange={setLanguage}
        />
        <Upload.Dragger
          multiple
          accept="audio/*"
          showUploadList={false}
          disabled={isBusy}
          beforeUpload={(file, files) => {
            if (file === files[0]) void handleFiles(files);
            return false;
          }}
        >
          {t("prompts.dropHere")}
        </Upload.Dragger>
        {state === null ? null : (
          <Progress
            percent={Math.round((100 * state.done) / Math.max(1, state.total))}
            format={() => `${state.done} / ${state.total}`}
          />
        )}
        {state?.failures.map(({ file, why }) => (
          <p key={file} className="field-problem" role="alert">
            {file}: {why}
          </p>
        ))}
      </Modal>
    </>
  );
};
