import { useTranslation } from "react-i18next";
import { askForHelp } from "../../actions/askForHelp";
import type { AgentView, CallView } from "../../contracts/hub";
import { useDesk } from "../../desk/deskStore";
import { isMuted } from "../../desk/selectors";
import { wordsFor } from "../../i18n/i18n";
import { CountdownBar } from "../../kit/CountdownBar";
import { Elapsed } from "../../kit/Elapsed";
import { Icon } from "../../kit/Icon";
import { kebab } from "../../shared/kebab";
import { ActionButton } from "../frame/ActionButton";

/** One line of fixed height: ring time, hold, mute, or how the call ended. */
export const CallNotice = ({ call, agent }: { call: CallView; agent: AgentView }) => {
  const { t } = useTranslation();
  const muted = useDesk(isMuted);
  const aheadMs = useDesk((state) => state.desk.clockAheadMs);
  return (
    <div className="call-notice">
      {call.stage === "offered" && agent.until !== null ? (
        <div className="grow" data-testid="ring-bar">
          <CountdownBar
            since={call.offeredAt}
            until={agent.until}
            aheadMs={aheadMs}
            colour="var(--state-reserved)"
          />
        </div>
      ) : null}
      {call.stage === "held" && call.heldSince !== null ? (
        <span className="held-words" data-testid="held-time">
          <HeldWords since={call.heldSince} aheadMs={aheadMs} />
        </span>
      ) : null}
      {muted && call.stage !== "wrapping-up" ? (
        <span className="muted-words" data-testid="muted">
          <Icon name="microphoneOff" size={14} /> {t("call.muted")}
        </span>
      ) : null}
      {call.supervisor === null ? null : (
        <span className="muted-words" data-testid="supervised" data-mode={call.supervisor.mode}>
          {t(`supervision.${call.supervisor.mode}.you`, { name: call.supervisor.name })}
        </span>
      )}
      {call.stage === "wrapping-up" && call.ending !== null ? (
        <Ending code={kebab(call.ending)} />
      ) : null}
      <ActionButton action={askForHelp} testId="ask-for-help" size="small" style={atTheEnd} />
    </div>
  );
};

const atTheEnd = { marginLeft: "auto" };

/** Who is still there must notice at once that the client is not: the others are told nothing new. */
const Ending = ({ code }: { code: string }) => {
  const { t } = useTranslation();
  const isClients = code === "caller-hung-up";
  return (
    <span
      className={isClients ? "client-gone" : "soft"}
      role="status"
      data-testid="call-ending"
      data-ending={code}
    >
      {isClients ? t("talkEnded.caller-hung-up") : wordsFor("ending", code)}
    </span>
  );
};

const HeldWords = ({ since, aheadMs }: { since: string; aheadMs: number }) => {
  const { t } = useTranslation();
  return (
    <>
      {t("call.held")} <Elapsed since={since} aheadMs={aheadMs} />
    </>
  );
};
