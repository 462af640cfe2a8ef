import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { AgentView, CallView } from "../../contracts/hub";
import { useDesk } from "../../desk/deskStore";
import { agentOf, callOf } from "../../desk/selectors";
import { CallButtons } from "./CallButtons";
import { CallClock } from "./CallClock";
import { CallerBlock } from "./CallerBlock";
import { CallNotice } from "./CallNotice";
import { Keypad } from "./Keypad";
import { MessagePlayer } from "./MessagePlayer";
import "./calls.css";

/** The call in hand, always in the same place and of the same size. */
export const CallPanel = () => {
  const call = useDesk(callOf);
  const agent = useDesk(agentOf);
  if (call === null || agent === null) return <NoCall status={agent?.status ?? "signedOut"} />;
  return <CallInHand call={call} agent={agent} />;
};

const CallInHand = ({ call, agent }: { call: CallView; agent: AgentView }) => {
  const { t } = useTranslation();
  const isOffer = call.stage === "offered";
  return (
    <section
      className="panel call-panel"
      data-testid={isOffer ? "offer-panel" : "call-panel"}
      data-stage={call.stage}
      data-kind={call.kind}
      data-interaction={call.interactionId}
      data-muted={call.isMuted}
      style={{ borderTopColor: `var(--state-${stateColour[call.stage]})` }}
    >
      <div className="row">
        <b style={{ color: `var(--state-${stateColour[call.stage]})` }}>{t(headingOf(call))}</b>
        {call.kind === "call" ? null : (
          <Tag color="blue" data-testid="call-kind" style={{ margin: 0 }}>
            {t(`call.kind.${call.kind}`)}
          </Tag>
        )}
        <span className="faint clip grow" data-testid="call-queue">
          {call.queueName}
        </span>
        {agent.isAutoAnswered && call.stage !== "wrapping-up" ? (
          <span className="auto-words" data-testid="auto-answered">
            {t("call.autoAnswered")}
          </span>
        ) : null}
        <CallClock call={call} agent={agent} />
      </div>
      <CallerBlock call={call} />
      <CallNotice call={call} agent={agent} />
      {call.kind === "voicemail" && call.stage !== "offered" ? (
        <MessagePlayer interactionId={call.interactionId} />
      ) : null}
      <CallButtons call={call} />
      <Keypad />
    </section>
  );
};

/** What is to be done now: a call back and a message are not calls that come in. */
const headingOf = ({ kind, stage }: CallView) => {
  switch (`${kind}.${stage}` as const) {
    case "callback.offered":
      return "call.callback.offered";
    case "voicemail.offered":
      return "call.voicemail.offered";
    case "voicemail.connected":
      return "call.voicemail.connected";
    case "voicemail.wrapping-up":
      return "call.voicemail.wrapping-up";
    default:
      return `call.${stage}` as const;
  }
};

const stateColour = {
  offered: "reserved",
  dialling: "reserved",
  connected: "talking",
  held: "held",
  "wrapping-up": "wrapUp",
} as const;

const NoCall = ({ status }: { status: AgentView["status"] }) => {
  const { t } = useTranslation();
  return (
    <section className="panel call-panel" data-testid="no-call">
      <div className="call-none">
        <div className="call-none-title">{t("call.none")}</div>
        <div className="soft">
          {status === "ready" ? t("call.noneReady") : null}
          {status === "notReady" ? t("call.noneNotReady") : null}
        </div>
      </div>
    </section>
  );
};
