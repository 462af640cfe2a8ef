import { App, Button, Popconfirm, Segmented, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { promptsApi } from "../../../connection/promptsApi";
import type { PromptSound } from "../../../contracts/prompts";
import type { Language } from "../../../contracts/shared";
import { moment } from "../../../shared/time";
import { useAdmin } from "../core/adminContext";
import { DictateSound } from "./DictateSound";
import { promptFault } from "./promptFault";
import { RecordSound } from "./RecordSound";
import { SynthesiseSound } from "./SynthesiseSound";
import { UploadSound } from "./UploadSound";

type Way = "upload" | "record" | "phone" | "synthesise";

interface Props {
  id: string;
  /** Given to the prompt with the first sound; null leaves its name. */
  name: string | null;
  language: Language;
  sound: PromptSound | null;
  isMissing: boolean;
  onChanged(): Promise<void>;
}

/** A prompt in one language: listen, replace, remove. */
export const SoundCard = ({ id, name, language, sound, isMissing, onChanged }: Props) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { isReadOnly } = useAdmin();
  const [way, setWay] = useState<Way | null>(null);
  const [isBusy, setBusy] = useState(false);

  const carryOut = async (send: () => Promise<unknown>, done: string): Promise<boolean> => {
    setBusy(true);
    try {
      await send();
      void message.success(done);
      setWay(null);
      await onChanged();
      return true;
    } catch (error) {
      void message.error(promptFault(error), 8);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const handleSound = (blob: Blob, source: "upload" | "recorded"): Promise<boolean> =>
    carryOut(() => promptsApi.upload(id, language, blob, source, name), t("prompts.taken"));

  return (
    <section className="sound-card" data-testid={`sound-${language}`} data-missing={isMissing}>
      <header className="row">
        <b>{t(`language.${language}`)}</b>
        {sound === null ? (
          <Tag color={isMissing ? "red" : "default"}>
            {t(isMissing ? "prompts.missingHere" : "prompts.notThere")}
          </Tag>
        ) : (
          <SoundFacts sound={sound} />
        )}
        <span className="grow" />
        {isReadOnly || sound === null || sound.author === null ? null : (
          <Popconfirm
            title={t("prompts.removeSound")}
            okText={t("admin.remove")}
            onConfirm={() =>
              void carryOut(
                () => promptsApi.removeLanguage(id, language),
                t("prompts.soundRemoved"),
              )
            }
          >
            <Button size="small" type="text" danger disabled={isBusy}>
              {t("admin.remove")}
            </Button>
          </Popconfirm>
        )}
      </header>
      {sound === null ? null : <SoundPlayer id={id} language={language} sound={sound} />}
      {sound?.text ? <p className="sound-text">«{sound.text}»</p> : null}
      {isReadOnly ? null : (
        <>
          <Segmented<Way | "">
            size="small"
            disabled={isBusy}
            value={way ?? ""}
            options={(["upload", "record", "phone", "synthesise"] as const).map((value) => ({
              value,
              label: t(`prompts.${value}`),
            }))}
            onChange={(next) => setWay(next === "" ? null : next)}
          />
          {way === "upload" ? (
            <UploadSound isBusy={isBusy} onSound={(blob) => void handleSound(blob, "upload")} />
          ) : null}
          {way === "record" ? (
            <RecordSound isBusy={isBusy} onSound={(blob) => handleSound(blob, "recorded")} />
          ) : null}
          {way === "phone" ? (
            <DictateSound
              id={id}
              name={name}
              language={language}
              isBusy={isBusy}
              onTake={(send) => carryOut(send, t("prompts.taken"))}
            />
          ) : null}
          {way === "synthesise" ? (
            <SynthesiseSound
              place={`${id}/${language}`}
              initial={sound?.text ?? ""}
              isBusy={isBusy}
              onText={(text, voice) =>
                carryOut(
                  () => promptsApi.synthesise(id, language, { text, voice, name }),
                  t("prompts.taken"),
                )
              }
            />
          ) : null}
        </>
      )}
    </section>
  );
};

const SoundFacts = ({ sound }: { sound: PromptSound }) => {
  const { t } = useTranslation();
  const loudness = sound.loudness === null ? "" : ` · ${sound.loudness.toFixed(0)} LUFS`;
  return (
    <span className="soft">
      {t("prompts.seconds", { seconds: sound.seconds.toFixed(1) })}
      {loudness} · {t(sound.author === null ? "prompts.builtIn" : `prompts.source.${sound.source}`)}
      {sound.author === null ? "" : ` · ${sound.author.name}`}
      {sound.at === null ? "" : ` · ${moment(sound.at)}`}
    </span>
  );
};

interface PlayerProps {
  id: string;
  language: Language;
  sound: PromptSound;
}

/** The browser's own player; another sound has another address, so that no old one is played from memory. */
const SoundPlayer = ({ id, language, sound }: PlayerProps) => (
  // biome-ignore lint/a11y/useMediaCaption: its text stands below it where there is one
  <audio
    controls
    preload="none"
    className="sound-player"
    data-testid={`player-${language}`}
    src={`/api/prompts/${encodeURIComponent(id)}/${language}/audio?at=${encodeURIComponent(sound.at ?? "")}`}
  />
);
