import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { AgentView, CallView } from "../../contracts/hub";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { agentOf, callOf, isOnline } from "../../desk/selectors";
import { wordsFor } from "../../i18n/i18n";
import { CountdownBar } from "../../kit/CountdownBar";
import { Left } from "../../kit/Elapsed";
import { useDeskOptions } from "../frame/deskOptions";
import { ExtendWrapUp } from "./ExtendWrapUp";
import { FinishButtons } from "./FinishButtons";
import { TopicSelect } from "./TopicSelect";
import { useDraft } from "./useDraft";
import "./wrapUp.css";

/** Topic, result and note: open from the first word of a talk, saved in wrap-up. */
export const WrapUpForm = () => {
  const { t } = useTranslation();
  const call = useDesk(callOf);
  const agent = useDesk(agentOf);
  const isOffer = call?.stage === "offered";
  if (call === null || agent === null || isOffer || !hasResult(call)) {
    return (
      <section className="panel wrap-up" data-testid="wrap-up-idle">
        <div className="panel-title">{t("wrapUp.title")}</div>
        <div className="wrap-up-idle faint">{t(idleWords(call))}</div>
      </section>
    );
  }
  return <OpenForm key={call.interactionId} call={call} agent={agent} />;
};

/** Who was brought in leaves the result to whose call it is; colleagues among themselves have none. */
const hasResult = (call: CallView): boolean => call.isOwner && call.kind !== "internal";

const idleWords = (call: CallView | null) => {
  if (call === null || hasResult(call)) return "wrapUp.idle";
  return call.kind === "internal" ? "call.noResult" : "call.notYours";
};

const OpenForm = ({ call, agent }: { call: CallView; agent: AgentView }) => {
  const { t } = useTranslation();
  const { commands } = useDeskSession();
  const { topics, results, noteMax } = useDeskOptions();
  const caller = call.client?.displayName ?? call.number.shown;
  const { draft, change, isKept } = useDraft(agent.agentId, call.interactionId, caller);
  const isBusy = useDesk((state) => state.busy !== null);
  const isServerThere = useDesk(isOnline);
  const isWrapUp = call.stage === "wrapping-up";
  const canSave = isWrapUp && isServerThere && !isBusy;

  const finish = (notReadyReason: string | null): void => {
    const { topic, result, note } = draft;
    const what = { topic, result, note };
    void commands.recordWrapUp(agent.agentId, call.interactionId, what, notReadyReason);
  };
  return (
    <section className="panel wrap-up" data-testid="wrap-up" data-active={isWrapUp}>
      <div className="row">
        <span className="panel-title grow">{t("wrapUp.title")}</span>
        <WrapUpTime call={call} agent={agent} />
        <ExtendWrapUp
          seconds={agent.wrapUpExtensionSeconds}
          isDisabled={!canSave}
          onExtend={(reason) => commands.extendWrapUp(call.interactionId, reason)}
        />
      </div>
      <div className="wrap-up-fields">
        <TopicSelect topics={topics} value={draft.topic} onChange={(topic) => change({ topic })} />
        <Select
          data-testid="wrap-up-result"
          aria-label={t("wrapUp.result")}
          placeholder={t("wrapUp.result")}
          value={draft.result}
          options={results.map((code) => ({
            value: code,
            label: <span data-testid={`result-${code}`}>{wordsFor("result", code)}</span>,
          }))}
          allowClear
          onChange={(result: string | null | undefined) => change({ result: result ?? null })}
        />
      </div>
      <Input.TextArea
        className="wrap-up-note"
        data-testid="wrap-up-note"
        aria-label={t("wrapUp.note")}
        placeholder={t("wrapUp.notePlaceholder")}
        value={draft.note}
        maxLength={noteMax}
        onChange={(event) => change({ note: event.target.value })}
      />
      <div className="wrap-up-hint clip" data-testid="wrap-up-hint" data-kept={isKept}>
        {isKept ? null : <b className="wrap-up-danger">{t("wrapUp.notKept")}</b>}
        {isKept && draft.note !== "" ? t("wrapUp.kept") : null}
        {isKept && draft.note === "" && !isWrapUp ? t("wrapUp.afterCall") : null}
      </div>
      <FinishButtons agent={agent} isDisabled={!canSave} onFinish={finish} />
    </section>
  );
};

const WrapUpTime = ({ call, agent }: { call: CallView; agent: AgentView }) => {
  const aheadMs = useDesk((state) => state.desk.clockAheadMs);
  if (agent.status !== "wrapUp" || agent.until === null) return null;
  return (
    <>
      <div style={{ width: 120 }}>
        <CountdownBar
          since={call.endedAt ?? agent.since}
          until={agent.until}
          aheadMs={aheadMs}
          colour="var(--state-wrapUp)"
        />
      </div>
      <b data-testid="wrap-up-left">
        <Left until={agent.until} aheadMs={aheadMs} />
      </b>
    </>
  );
};
