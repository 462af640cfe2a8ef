import { Button, Dropdown, Input, Select, TreeSelect } from "antd";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { isHotkey } from "../../actions/hotkey";
import type { AgentView, CallView } from "../../contracts/hub";
import type { Language } from "../../contracts/shared";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { agentOf, callOf, isOnline } from "../../desk/selectors";
import { wordsFor } from "../../i18n/i18n";
import { CountdownBar } from "../../kit/CountdownBar";
import { Left } from "../../kit/Elapsed";
import { KeyCap } from "../../kit/KeyCap";
import { useDeskOptions } from "../frame/deskOptions";
import { topicTree } from "./topicTree";
import { useDraft } from "./useDraft";
import "./wrapUp.css";

const FINISH_HOTKEY = "Ctrl+Enter";

/** Topic, result and note: open from the first word of a talk, saved in wrap-up. */
export const WrapUpForm = () => {
  const { t } = useTranslation();
  const call = useDesk(callOf);
  const agent = useDesk(agentOf);
  if (call === null || agent === null || call.stage === "offered") {
    return (
      <section className="panel wrap-up" data-testid="wrap-up-idle">
        <div className="panel-title">{t("wrapUp.title")}</div>
        <div className="wrap-up-idle faint">{t("wrapUp.idle")}</div>
      </section>
    );
  }
  return <OpenForm key={call.interactionId} call={call} agent={agent} />;
};

const OpenForm = ({ call, agent }: { call: CallView; agent: AgentView }) => {
  const { t, i18n } = useTranslation();
  const { commands } = useDeskSession();
  const { topics, results, noteMax, notReadyReasons } = useDeskOptions();
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
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isHotkey(FINISH_HOTKEY, event) || !canSave) return;
    event.preventDefault();
    finish(agent.nextReason);
  });
  useEffect(() => {
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, []);

  return (
    <section className="panel wrap-up" data-testid="wrap-up" data-active={isWrapUp}>
      <div className="row">
        <span className="panel-title grow">{t("wrapUp.title")}</span>
        <WrapUpTime call={call} agent={agent} />
      </div>
      <div className="wrap-up-fields">
        <TreeSelect
          data-testid="wrap-up-topic"
          aria-label={t("wrapUp.topic")}
          placeholder={t("wrapUp.topic")}
          value={draft.topic}
          treeData={topicTree(topics, i18n.language as Language)}
          treeDefaultExpandAll
          showSearch={{ treeNodeFilterProp: "title" }}
          allowClear
          onChange={(topic: string | null | undefined) => change({ topic: topic ?? null })}
        />
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
      <div className="row">
        <Button
          type="primary"
          className="grow"
          data-testid="wrap-up-finish"
          disabled={!canSave}
          onClick={() => finish(null)}
        >
          {t("wrapUp.finishReady")} <KeyCap hotkey={FINISH_HOTKEY} />
        </Button>
        <Dropdown
          trigger={["click"]}
          disabled={!canSave}
          menu={{
            items: notReadyReasons.map((reason) => ({
              key: reason,
              label: <span data-testid={`finish-${reason}`}>{wordsFor("reason", reason)}</span>,
              onClick: () => finish(reason),
            })),
          }}
        >
          <Button data-testid="wrap-up-finish-not-ready">{t("wrapUp.finishNotReady")} ▾</Button>
        </Dropdown>
      </div>
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
