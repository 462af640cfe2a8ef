import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { chooseReason, makeNotReady } from "../../actions/makeNotReady";
import { makeReady } from "../../actions/makeReady";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { agentOf } from "../../desk/selectors";
import { wordsFor } from "../../i18n/i18n";
import { Elapsed } from "../../kit/Elapsed";
import { ActionButton } from "./ActionButton";
import { useDeskOptions } from "./deskOptions";

/** The agent's state with its running time, and the way out of it. */
export const StatusSwitch = () => {
  const { t } = useTranslation();
  const agent = useDesk(agentOf);
  const aheadMs = useDesk((state) => state.desk.clockAheadMs);
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
        className="status-pill"
        style={{ background: `var(--state-${agent.status})` }}
        data-testid="status"
        data-status={agent.status}
        data-reason={agent.reason ?? ""}
        data-audio={agent.audio}
      >
        <b>{t(`status.${agent.status}`)}</b>
        <span className="clip grow">
          {agent.reason === null ? "" : `· ${wordsFor("reason", agent.reason)}`}
          {agent.nextReason === null
            ? ""
            : `· ${t("status.after", { state: wordsFor("reason", agent.nextReason) })}`}
        </span>
        <span data-testid="status-time">
          <Elapsed since={agent.since} aheadMs={aheadMs} />
        </span>
      </div>
      <ActionButton action={makeReady} testId="ready-button" look="primary" isAlwaysShown />
      <ReasonMenu />
    </div>
  );
};

const ReasonMenu = () => {
  const { commands } = useDeskSession();
  const { notReadyReasons } = useDeskOptions();
  const state = useDesk((current) => current);

  const items = notReadyReasons.flatMap((reason) => {
    const availability = makeNotReady(reason).availability(state);
    if (availability.kind === "absent") return [];
    return [
      {
        key: reason,
        label: <span data-testid={`reason-${reason}`}>{wordsFor("reason", reason)}</span>,
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
