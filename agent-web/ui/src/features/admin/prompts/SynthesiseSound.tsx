import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { promptsApi } from "../../../connection/promptsApi";
import { wordsFor } from "../../../i18n/i18n";
import { forget, keep, readKept } from "../../../shared/storage";
import { Working } from "./UploadSound";

interface Props {
  /** Of which prompt and language the text is: it is kept until it is read out. */
  place: string;
  initial: string;
  isBusy: boolean;
  onText(text: string, voice: string): Promise<boolean>;
}

const TEXT_MAX = 2_000;

/** A text read out by the machine: a draft, until somebody speaks it. */
export const SynthesiseSound = ({ place, initial, isBusy, onText }: Props) => {
  const { t } = useTranslation();
  const key = `crmums.prompt-text.${place}`;
  const [text, setText] = useState(() => readKept<string>(key) ?? initial);
  const { data } = useQuery({
    queryKey: ["prompt-limits"],
    queryFn: ({ signal }) => promptsApi.limits(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const voices = data?.voices ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const voice = chosen ?? voices[0] ?? null;

  const handleSend = async (): Promise<void> => {
    if (voice !== null && (await onText(text.trim(), voice))) forget(key);
  };
  return (
    <div className="sound-record">
      <Input.TextArea
        rows={3}
        aria-label={t("prompts.text")}
        placeholder={t("prompts.textHint")}
        maxLength={data?.textMax ?? TEXT_MAX}
        value={text}
        disabled={isBusy}
        onChange={(event) => {
          setText(event.target.value);
          keep(key, event.target.value);
        }}
      />
      <div className="row">
        <Select
          size="small"
          aria-label={t("prompts.voice")}
          className="voice-select"
          value={voice}
          options={voices.map((value) => ({ value, label: wordsFor("promptVoice", value) }))}
          onChange={choose}
        />
        <Button
          type="primary"
          size="small"
          loading={isBusy}
          disabled={text.trim() === "" || voice === null}
          onClick={() => void handleSend()}
        >
          {t("prompts.read")}
        </Button>
        <span className="field-hint">{t("prompts.draftOnly")}</span>
      </div>
      {isBusy ? <Working /> : null}
    </div>
  );
};
