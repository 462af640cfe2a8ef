import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { promptsApi } from "../../../connection/promptsApi";
import { Problem } from "../../../connection/restClient";
import type { Dictation, Prompt } from "../../../contracts/prompts";
import type { Language } from "../../../contracts/shared";
import { Elapsed } from "../../../kit/Elapsed";
import { clock } from "../../../shared/time";
import { promptFault } from "./promptFault";
import { Working } from "./UploadSound";

interface Props {
  id: string;
  name: string | null;
  language: Language;
  isBusy: boolean;
  /** Sends what was taken; false when it was not. */
  onTake(send: () => Promise<Prompt>): Promise<boolean>;
}

const LOOK_MS = 700;

const isUnderWay = ({ stage }: Dictation): boolean => stage !== "done" && stage !== "failed";

/** The system calls, he speaks after the tone; what was said is a draft until it is taken. */
export const DictateSound = ({ id, name, language, isBusy, onTake }: Props) => {
  const { t } = useTranslation();
  const [number, setNumber] = useState("");
  const [begun, setBegun] = useState<Dictation | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const dictation = useDictation(begun);

  const call = async (): Promise<void> => {
    setFault(null);
    try {
      setBegun(await promptsApi.dictate(id, language, number.trim()));
    } catch (error) {
      const isNumberWrong = error instanceof Problem && error.status === 400;
      setFault(isNumberWrong ? t("prompts.numberWrong") : promptFault(error));
    }
  };
  const drop = (): void => {
    if (begun !== null) void promptsApi.dropDictation(begun.id).catch(() => undefined);
    setBegun(null);
  };
  if (dictation === null) {
    return (
      <form
        className="sound-record"
        onSubmit={(event) => {
          event.preventDefault();
          if (number.trim() !== "") void call();
        }}
      >
        <div className="row">
          <Input
            value={number}
            inputMode="tel"
            aria-label={t("prompts.phoneNumber")}
            placeholder={t("prompts.phoneNumber")}
            data-testid="dictation-number"
            onChange={({ target }) => setNumber(target.value)}
          />
          <Button htmlType="submit" disabled={number.trim() === ""} data-testid="dictation-call">
            {t("prompts.callMe")}
          </Button>
        </div>
        {fault === null ? (
          <p className="field-hint">{t("prompts.phoneHint")}</p>
        ) : (
          <p className="field-problem" role="alert" data-testid="dictation-fault">
            {fault}
          </p>
        )}
      </form>
    );
  }
  return (
    <div className="sound-record" data-testid="dictation" data-stage={dictation.stage}>
      <Stage dictation={dictation} />
      {dictation.stage === "done" ? (
        // biome-ignore lint/a11y/useMediaCaption: it was spoken a moment ago by whoever listens
        <audio controls src={promptsApi.dictationAudio(dictation.id)} className="sound-player" />
      ) : null}
      <div className="row">
        {dictation.stage === "done" ? (
          <Button
            type="primary"
            loading={isBusy}
            data-testid="dictation-take"
            onClick={() =>
              void onTake(() => promptsApi.takeDictation(dictation.id, name)).then((isTaken) =>
                isTaken ? setBegun(null) : undefined,
              )
            }
          >
            {t("prompts.take")}
          </Button>
        ) : null}
        {dictation.stage === "failed" || dictation.stage === "done" ? (
          <Button
            disabled={isBusy}
            data-testid="dictation-again"
            onClick={() => {
              drop();
              void call();
            }}
          >
            {t("prompts.callAgain")}
          </Button>
        ) : null}
        <Button type="text" disabled={isBusy} data-testid="dictation-drop" onClick={drop}>
          {t(isUnderWay(dictation) ? "prompts.hangUp" : "prompts.discard")}
        </Button>
      </div>
      {isBusy ? <Working /> : null}
    </div>
  );
};

/** Looked at again and again while it is under way; what nobody waits for any more is given up. */
const useDictation = (begun: Dictation | null): Dictation | null => {
  const id = begun?.id ?? null;
  useEffect(() => {
    if (id === null) return;
    return () => void promptsApi.dropDictation(id).catch(() => undefined);
  }, [id]);
  const { data } = useQuery({
    queryKey: ["dictation", id],
    enabled: id !== null,
    queryFn: ({ signal }) => promptsApi.dictation(id ?? "", signal),
    refetchInterval: ({ state }) =>
      state.data === undefined || isUnderWay(state.data) ? LOOK_MS : false,
  });
  return begun === null ? null : (data ?? begun);
};

const Stage = ({ dictation }: { dictation: Dictation }) => {
  const { t } = useTranslation();
  const { stage, failure, speaksSince, seconds, secondsMax } = dictation;
  if (failure !== null) {
    return (
      <p className="field-problem" role="alert" data-testid="dictation-failure">
        {t(`prompts.dictationFailed.${failure}`)}
      </p>
    );
  }
  return (
    <p role="status">
      {t(`prompts.dictation.${stage}`)}{" "}
      {stage === "speaking" && speaksSince !== null ? (
        <>
          <b>
            <Elapsed since={speaksSince} aheadMs={0} />
          </b>{" "}
          <span className="faint">/ {clock(secondsMax)}</span>
        </>
      ) : null}
      {seconds === null ? null : t("prompts.seconds", { seconds: seconds.toFixed(1) })}
    </p>
  );
};
