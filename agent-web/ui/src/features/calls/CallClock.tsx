import { useTranslation } from "react-i18next";
import type { AgentView, CallView } from "../../contracts/hub";
import { useDesk } from "../../desk/deskStore";
import { Elapsed, Left } from "../../kit/Elapsed";
import { clock } from "../../shared/time";

/** The time that matters at this stage: left to answer, talked, left for wrap-up. */
export const CallClock = ({ call, agent }: { call: CallView; agent: AgentView }) => {
  const { t } = useTranslation();
  const aheadMs = useDesk((state) => state.desk.clockAheadMs);
  if (call.stage === "offered") {
    return agent.until === null ? null : (
      <span className="call-clock" data-testid="ring-time">
        <Left until={agent.until} aheadMs={aheadMs} />
      </span>
    );
  }
  if (call.connectedAt === null) return null;
  return (
    <span className="call-clock" data-testid="talk-time" title={t("call.talkTime")}>
      {call.endedAt === null ? (
        <Elapsed since={call.connectedAt} aheadMs={aheadMs} />
      ) : (
        clock((Date.parse(call.endedAt) - Date.parse(call.connectedAt)) / 1_000)
      )}
    </span>
  );
};
