import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { chooseReason, makeNotReady } from "../../actions/makeNotReady";
import { makeReady } from "../../actions/makeReady";
import type { AgentView } from "../../contracts/hub";
import type { Reason } from "../../contracts/rest";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { agentOf } from "../../desk/selectors";
import { reasonWords } from "../../i18n/i18n";
import { Elapsed, useIsOver } from "../../kit/Elapsed";
import { ActionButton } from "./ActionButton";
import { useDeskOptions } from "./deskOptions";

/** The agent's state with its running time, and the way out of it. */
export const StatusSwitch = () => {
  const { t } = useTranslation();
  const agent = useDesk(agentOf);
  const aheadMs = useDesk((state) => state.desk.clockAheadMs);
  const { reasons } = useDeskOptions();
  const isOverLimit = useIsOver(agent?.limitAt ?? null, aheadMs);
  if (agent === null) {
    return (
      <div className="status-pill" data-testid="status" data-status="unknown">
        {t("status.connecting")}
      </div>
    );
  }
  return (
    <div className="row">
      <div
        className={isOverLimit ? "status-pill is-over-limit" : "status-pill"}
        style={{ background: reasonColour(reasons, agent) ?? `var(--state-${agent.status})` }}
        data-testid="status"
        data-status={agent.status}
        data-reason={agent.reason ?? ""}
        data-audio={agent.audio}
        data-over-limit={isOverLimit}
        title={isOverLimit ? t("status.overLimit") : undefined}
      >
        <b>{t(`status.${agent.status}`)}</b>
        <span className="clip grow">
          {agent.reason === null ? "" : `· ${reasonWords(reasons, agent.reason)}`}
          {agent.nextReason === null
            ? ""
            : `· ${t("status.after", { state: reasonWords(reasons, agent.nextReason) })}`}
        </span>
        <span data-testid="status-time">
          {isOverLimit ? "⚠ " : ""}
          <Elapsed since={agent.since} aheadMs={aheadMs} />
        </span>
      </div>
      <ActionButton action={makeReady} testId="ready-button" look="primary" isAlwaysShown />
      <ReasonMenu />
    </div>
  );
};

/** The colour of the reason for which he is not ready; undefined in other states. */
const reasonColour = (reasons: readonly Reason[], agent: AgentView): string | undefined =>
  agent.status === "notReady" && agent.reason !== null
    ? colourOf(reasons, agent.reason)
    : undefined;

const colourOf = (reasons: readonly Reason[], code: string): string | undefined =>
  reasons.find((reason) => reason.code === code)?.colour;

const ReasonMenu = () => {
  const { commands } = useDeskSession();
  const { notReadyReasons, reasons } = useDeskOptions();
  const state = useDesk((current) => current);

  const items = notReadyReasons.flatMap((reason) => {
    const availability = makeNotReady(reason).availability(state);
    if (availability.kind === "absent") return [];
    return [
      {
        key: reason,
        label: (
          <span data-testid={`reason-${reason}`}>
            <span className="reason-dot" style={{ background: colourOf(reasons, reason) }} />
            {reasonWords(reasons, reason)}
          </span>
        ),
        disabled: availability.kind === "blocked",
        onClick: () => availability.kind === "available" && availability.run(commands),
      },
    ];
  });
  return (
    <Dropdown
      open={state.isReasonMenuOpen}
      autoFocus
      trigger={["click"]}
      menu={{ items }}
      onOpenChange={(isOpen) => {
        if (!isOpen) commands.openReasonMenu(false);
      }}
    >
      <span>
        <ActionButton action={chooseReason} testId="not-ready-button" isAlwaysShown />
      </span>
    </Dropdown>
  );
};
