import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { useDesk } from "../../desk/deskStore";
import { Icon, type IconName } from "../../kit/Icon";

/** Server, telephone, microphone: three small lights, each with its word. */
export const ConnectionLights = () => {
  const { t } = useTranslation();
  const link = useDesk((state) => state.link.kind);
  const registration = useDesk((state) => state.registration);
  const session = useDesk((state) => state.audioSession.kind);
  const microphone = useDesk((state) => state.microphone);
  const isMicrophoneFine = microphone.kind === "works";
  const microphoneWords = microphone.kind === "problem" ? microphone.problem : microphone.kind;

  return (
    <div className="lights">
      <Light
        icon="server"
        words={t("link.server")}
        testId="server-state"
        state={link}
        isOn={link === "online"}
      />
      <Light
        icon="phone"
        words={t("link.phone")}
        testId="phone-state"
        state={session === "up" ? "open" : registration}
        isOn={registration === "registered" && session === "up"}
      />
      <Light
        icon={isMicrophoneFine ? "microphone" : "microphoneOff"}
        words={t(`mic.${microphoneWords}`)}
        testId="microphone-state"
        state={microphoneWords}
        isOn={isMicrophoneFine}
      />
    </div>
  );
};

interface LightProps {
  icon: IconName;
  words: string;
  testId: string;
  state: string;
  isOn: boolean;
}

const Light = ({ icon, words, testId, state, isOn }: LightProps) => (
  <Tooltip title={words}>
    <span
      className={isOn ? "light is-on" : "light"}
      role="img"
      aria-label={words}
      data-testid={testId}
      data-state={state}
    >
      <Icon name={icon} size={15} />
    </span>
  </Tooltip>
);
