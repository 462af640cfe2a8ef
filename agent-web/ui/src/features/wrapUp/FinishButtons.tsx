import { Button, Dropdown } from "antd";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { isHotkey } from "../../actions/hotkey";
import type { AgentView } from "../../contracts/hub";
import { reasonWords } from "../../i18n/i18n";
import { KeyCap } from "../../kit/KeyCap";
import { useDeskOptions } from "../frame/deskOptions";

const FINISH_HOTKEY = "Ctrl+Enter";

interface Props {
  agent: AgentView;
  isDisabled: boolean;
  onFinish: (notReadyReason: string | null) => void;
}

/** Saves and goes on as planned (ready, or the reason chosen in the talk); or otherwise, from the list. */
export const FinishButtons = ({ agent, isDisabled, onFinish }: Props) => {
  const { t } = useTranslation();
  const { notReadyReasons, reasons } = useDeskOptions();
  const planned = agent.nextReason;

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isHotkey(FINISH_HOTKEY, event) || isDisabled) return;
    event.preventDefault();
    onFinish(planned);
  });
  useEffect(() => {
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, []);

  const others = [
    ...(planned === null ? [] : [{ reason: null, words: t("status.ready") }]),
    ...notReadyReasons
      .filter((reason) => reason !== planned)
      .map((reason) => ({ reason, words: reasonWords(reasons, reason) })),
  ];
  return (
    <div className="finish-buttons">
      <Button
        type="primary"
        data-testid="wrap-up-finish"
        disabled={isDisabled}
        onClick={() => onFinish(planned)}
      >
        {planned === null
          ? t("wrapUp.finishReady")
          : t("wrapUp.finishPlanned", { reason: reasonWords(reasons, planned) })}{" "}
        <KeyCap hotkey={FINISH_HOTKEY} />
      </Button>
      <Dropdown
        trigger={["click"]}
        disabled={isDisabled}
        menu={{
          items: others.map(({ reason, words }) => ({
            key: reason ?? "ready",
            label: <span data-testid={`finish-${reason ?? "ready"}`}>{words}</span>,
            onClick: () => onFinish(reason),
          })),
        }}
      >
        <Button data-testid="wrap-up-finish-not-ready" disabled={isDisabled}>
          {t(planned === null ? "wrapUp.finishNotReady" : "wrapUp.finishOther")} ▾
        </Button>
      </Dropdown>
    </div>
  );
};
