import { Button, Input, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { withdrawHelp } from "../../actions/askForHelp";
import type { CallView } from "../../contracts/hub";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { helplessCallOf } from "../../desk/selectors";
import { KeyCap } from "../../kit/KeyCap";
import { ActionButton } from "../frame/ActionButton";
import { helpReasonWords } from "./reasonWords";
import "./help.css";

const REASON_MAX = 200;
/** Asked for so often that one key is enough. */
const USUAL = ["angry", "unknown", "manager", "leaving"] as const;

/** The agent asks for help, or has asked: who has come, and that he needs none any more. */
export const HelpStrip = ({ call }: { call: CallView }) => {
  const isOpen = useDesk((state) => state.isHelpOpen && helplessCallOf(state) !== null);
  if (call.help !== null) return <Asked call={call} />;
  return isOpen ? <Why interactionId={call.interactionId} /> : null;
};

const Asked = ({ call: { help } }: { call: CallView }) => {
  const { t } = useTranslation();
  if (help === null) return null;
  const { helper } = help;
  const reason = helpReasonWords(help.reason);
  return (
    <div
      className="talk-strip help-strip"
      role="status"
      data-testid="help-asked"
      data-helper={helper ?? ""}
    >
      <span className="grow">
        {helper === null ? t("help.asked", { reason }) : t("help.came", { reason, name: helper })}
      </span>
      <ActionButton action={withdrawHelp} testId="withdraw-help" />
    </div>
  );
};

const Why = ({ interactionId }: { interactionId: string }) => {
  const { t } = useTranslation();
  const { commands } = useDeskSession();
  const busy = useDesk((state) => state.busy !== null);
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState("");
  useEffect(() => input.current?.focus(), []);

  const ask = (reason: string): void => {
    if (reason.trim() !== "") void commands.askForHelp(interactionId, reason.trim());
  };
  const handleKeyDown = (event: React.KeyboardEvent): void => {
    const usual = typed === "" ? USUAL[Number(event.key) - 1] : undefined;
    if (usual !== undefined) {
      event.preventDefault();
      ask(usual);
    } else if (event.key === "Enter") {
      event.preventDefault();
      ask(typed);
    } else if (event.key === "Escape") {
      commands.openHelp(false);
    }
  };

  return (
    <div className="talk-strip help-strip help-why" data-testid="help-why">
      <div className="row">
        <span className="grow soft">{t("help.why")}</span>
        <Button size="small" type="text" onClick={() => commands.openHelp(false)}>
          {t("help.cancel")} <KeyCap hotkey="Esc" />
        </Button>
      </div>
      <div className="help-usual">
        {USUAL.map((code, at) => (
          <Button
            key={code}
            size="small"
            disabled={busy}
            data-testid={`help-reason-${code}`}
            onClick={() => ask(code)}
          >
            {t(`help.reason.${code}`)} <KeyCap hotkey={String(at + 1)} />
          </Button>
        ))}
      </div>
      <div className="row">
        <Input
          ref={input}
          size="small"
          value={typed}
          maxLength={REASON_MAX}
          placeholder={t("help.placeholder")}
          data-testid="help-reason"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={handleKeyDown}
        />
        <Button
          size="small"
          type="primary"
          loading={busy}
          disabled={typed.trim() === ""}
          data-testid="help-send"
          onClick={() => ask(typed)}
        >
          {t("help.send")}
        </Button>
      </div>
    </div>
  );
};
