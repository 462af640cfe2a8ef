import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { type DeskState, useDesk } from "../../desk/deskStore";
import type { MessageKey } from "../../i18n/messages";
import { Icon, type IconName } from "../../kit/Icon";

/** Server, telephone, microphone: three small lights, each with its word. */
export const ConnectionLights = () => {
  const link = useDesk((state) => state.link.kind);
  const phone = useDesk(phoneState);
  const microphone = useDesk((state) => state.microphone);
  const heard = microphone.kind === "problem" ? microphone.problem : microphone.kind;
  const isHeard = heard === "works";

  return (
    <div className="lights">
      <Light
        icon="server"
        testId="server-state"
        state={link}
        words={link === "online" ? "link.serverOnline" : "link.serverAway"}
        look={link === "online" ? "is-on" : "is-off"}
      />
      <Light icon="phone" testId="phone-state" state={phone} {...phoneLooks[phone]} />
      <Light
        icon={isHeard ? "microphone" : "microphoneOff"}
        testId="microphone-state"
        state={heard}
        words={`mic.${heard}`}
        look={isHeard ? "is-on" : heard === "asking" ? "is-waiting" : "is-off"}
      />
    </div>
  );
};

type PhoneState = "open" | "registered" | "registering" | "away";

const phoneState = (state: DeskState): PhoneState =>
  state.registration === "registered" &&
  state.audioSession.kind === "up" &&
  (state.link.kind === "away" || state.desk.agent?.audio === "open")
    ? "open"
    : state.registration;

const phoneLooks: Record<PhoneState, { words: MessageKey; look: Look }> = {
  open: { words: "link.phoneOpen", look: "is-on" },
  registered: { words: "link.phoneWaiting", look: "is-waiting" },
  registering: { words: "link.phoneWaiting", look: "is-waiting" },
  away: { words: "link.phoneAway", look: "is-off" },
};

type Look = "is-on" | "is-waiting" | "is-off";

interface LightProps {
  icon: IconName;
  words: MessageKey;
  testId: string;
  state: string;
  look: Look;
}

const Light = ({ icon, words, testId, state, look }: LightProps) => {
  const { t } = useTranslation();
  return (
    <Tooltip title={t(words)}>
      <span
        className={`light ${look}`}
        role="img"
        aria-label={t(words)}
        data-testid={testId}
        data-state={state}
      >
        <Icon name={icon} size={15} />
      </span>
    </Tooltip>
  );
};
