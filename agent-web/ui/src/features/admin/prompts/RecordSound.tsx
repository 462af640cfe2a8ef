import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { followLevel } from "../../../audio/level";
import { type RecorderState, VoiceRecorder } from "../../../audio/voiceRecorder";
import { Elapsed } from "../../../kit/Elapsed";
import { Working } from "./UploadSound";

interface Props {
  isBusy: boolean;
  onSound(sound: Blob): Promise<boolean>;
}

/** Speak, listen, take it or speak again. */
export const RecordSound = ({ isBusy, onSound }: Props) => {
  const { t } = useTranslation();
  const [recorder] = useState(() => new VoiceRecorder());
  const [state, setState] = useState<RecorderState>({ kind: "idle" });
  useEffect(() => {
    const forget = recorder.state.subscribe(setState);
    return () => {
      forget();
      recorder.drop();
    };
  }, [recorder]);
  useUnsentWarning(state.kind === "done" && !isBusy);

  switch (state.kind) {
    case "recording":
      return (
        <div className="row sound-record">
          <Button danger onClick={() => recorder.stop()}>
            ■ {t("prompts.stop")}
          </Button>
          <b>
            <Elapsed since={new Date(state.since).toISOString()} aheadMs={0} />
          </b>
          <Level stream={state.stream} />
        </div>
      );
    case "done":
      return (
        <div className="sound-record">
          {/* biome-ignore lint/a11y/useMediaCaption: it was spoken a moment ago by whoever listens */}
          <audio controls src={state.url} className="sound-player" />
          <div className="row">
            <Button
              type="primary"
              loading={isBusy}
              onClick={() =>
                void onSound(state.sound).then((isTaken) => isTaken && recorder.drop())
              }
            >
              {t("prompts.take")}
            </Button>
            <Button disabled={isBusy} onClick={() => void recorder.start()}>
              {t("prompts.again")}
            </Button>
          </div>
          {isBusy ? <Working /> : null}
        </div>
      );
    default:
      return (
        <div className="sound-record">
          <Button loading={state.kind === "asking"} onClick={() => void recorder.start()}>
            ● {t("prompts.startRecording")}
          </Button>
          {state.kind === "problem" ? (
            <p className="field-problem" role="alert">
              {t(`mic.${state.problem}`)}. {t(`mic.${state.problem}.cure`)}
            </p>
          ) : (
            <p className="field-hint">
              {t(state.kind === "asking" ? "mic.asking" : "prompts.recordHint")}
            </p>
          )}
        </div>
      );
  }
};

const Level = ({ stream }: { stream: MediaStream }) => {
  const [level, setLevel] = useState(0);
  useEffect(() => followLevel(stream, setLevel), [stream]);
  return (
    <div className="record-level grow">
      <div style={{ transform: `scaleX(${level})` }} />
    </div>
  );
};

/** A recording lives in the page alone until it is taken. */
const useUnsentWarning = (isUnsent: boolean): void => {
  useEffect(() => {
    if (!isUnsent) return;
    const handleUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", handleUnload);
    return () => window.removeEventListener("beforeunload", handleUnload);
  }, [isUnsent]);
};
