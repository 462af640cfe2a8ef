import { Alert, Button, Modal } from "antd";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { DeviceRow } from "./DeviceRow";
import { LevelMeter } from "./LevelMeter";
import { NotificationRow } from "./NotificationRow";
import { Preflight } from "./Preflight";
import { useAudioChoice } from "./useAudioChoice";
import { useAudioDevices } from "./useAudioDevices";
import "./audioSetup.css";

/** Microphone, headphones, ringer, and whether calls can begin: what is wrong stands there in plain words. */
export const AudioSetup = () => {
  const { t } = useTranslation();
  const { commands } = useDeskSession();
  const isOpen = useDesk((state) => state.isAudioSetupOpen);
  const { change } = useAudioChoice();

  const handleDone = (): void => {
    void change({ isConfirmed: true });
    commands.openAudioSetup(false);
  };
  return (
    <Modal
      open={isOpen}
      title={t("audio.title")}
      width={560}
      destroyOnHidden
      onCancel={handleDone}
      footer={
        <Button type="primary" data-testid="audio-setup-done" onClick={handleDone}>
          {t("audio.done")}
        </Button>
      }
    >
      <AudioSetupBody />
    </Modal>
  );
};

const AudioSetupBody = () => {
  const { t } = useTranslation();
  const { ringer } = useDeskSession();
  const { choice, change } = useAudioChoice();
  const microphone = useDesk((state) => state.microphone);
  const devices = useAudioDevices();
  const [isHeard, setHeard] = useState(false);
  const hear = useCallback(() => setHeard(true), []);
  return (
    <div className="audio-setup" data-testid="audio-setup">
      <DeviceRow
        name={t("audio.microphone")}
        testId="choose-microphone"
        devices={devices.microphones}
        value={choice.microphoneId}
        onChange={(microphoneId) => void change({ microphoneId })}
      />
      <div className="audio-microphone">
        {microphone.kind === "works" ? <LevelMeter onHeard={hear} /> : <MicrophoneHelp />}
      </div>
      <DeviceRow
        name={t("audio.speaker")}
        testId="choose-speaker"
        devices={devices.speakers}
        value={choice.speakerId}
        volume={choice.speakerVolume}
        onChange={(speakerId) => void change({ speakerId })}
        onVolume={(speakerVolume) => void change({ speakerVolume })}
        onTest={() => void ringer.testTone(choice.speakerId, choice.speakerVolume)}
      />
      <DeviceRow
        name={t("audio.ringer")}
        testId="choose-ringer"
        devices={devices.speakers}
        value={choice.ringerId}
        volume={choice.ringerVolume}
        onChange={(ringerId) => void change({ ringerId })}
        onVolume={(ringerVolume) => void change({ ringerVolume })}
        onTest={() => ringer.ringOnce()}
      />
      <Preflight isHeard={isHeard} />
      <NotificationRow />
    </div>
  );
};

const MicrophoneHelp = () => {
  const { t } = useTranslation();
  const { microphone: device } = useDeskSession();
  const { choice } = useAudioChoice();
  const microphone = useDesk((state) => state.microphone);
  if (microphone.kind !== "problem") {
    return <Alert type="info" showIcon title={t("mic.asking")} data-testid="microphone-asking" />;
  }
  return (
    <Alert
      type="error"
      showIcon
      title={t(`mic.${microphone.problem}`)}
      description={t(`mic.${microphone.problem}.cure`)}
      data-testid="microphone-problem"
      data-problem={microphone.problem}
      action={
        <Button
          size="small"
          data-testid="microphone-again"
          onClick={() => void device.open(choice.microphoneId)}
        >
          {t("audio.again")}
        </Button>
      }
    />
  );
};
