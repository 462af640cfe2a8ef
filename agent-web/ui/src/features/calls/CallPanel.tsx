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
import { NoCall } from "./NoCall";
import { QualityMark } from "./QualityMark";
import { ScreenPop } from "./ScreenPop";
import "./calls.css";

/** The call in hand, always in the same place and of the same size. */
export const CallPanel = () => {
  const call = useDesk(callOf);
  const agent = useDesk(agentOf);
  if (call === null || agent === null) return <NoCall />;
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
        <b style={{ color: `var(--state-${stateColour[call.stage]})` }}>
          {t(headingOf(call, agent.agentId))}
        </b>
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
        <QualityMark />
        <CallClock call={call} agent={agent} />
      </div>
      <CallerBlock call={call} />
      <CallNotice call={call} agent={agent} />
      <ScreenPop call={call} />
      {call.kind === "voicemail" && call.stage !== "offered" ? (
        <MessagePlayer interactionId={call.interactionId} />
      ) : null}
      <CallButtons call={call} />
      <Keypad />
    </section>
  );
};

/** What is to be done now: a call back, a message, a colleague are not clients who call. */
const headingOf = ({ kind, stage, parties }: CallView, self: string) => {
  const purpose = parties.find(({ agentId }) => agentId === self)?.purpose ?? null;
  const what = `${kind}.${stage}` as const;
  switch (what) {
    case "callback.offered":
    case "voicemail.offered":
    case "voicemail.connected":
    case "voicemail.wrapping-up":
    case "outbound.dialling":
    case "outbound.connected":
    case "internal.offered":
    case "internal.dialling":
    case "internal.connected":
      return `call.${what}` as const;
    default:
      return stage === "offered" && purpose !== null
        ? (`call.brought.${purpose}` as const)
        : (`call.${stage}` as const);
  }
};

const stateColour = {
  offered: "reserved",
  dialling: "reserved",
  connected: "talking",
  held: "held",
  transferring: "held",
  consulting: "talking",
  conference: "talking",
  "wrapping-up": "wrapUp",
} as const;
