import { Button } from "antd";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { isTyping } from "../../actions/hotkey";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { ownTalkOf } from "../../desk/selectors";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const KEY_NAMES: Readonly<Record<string, string>> = { "*": "star", "#": "hash" };

/** Digits for the caller's side; lies beside the call panel and moves nothing. */
export const Keypad = () => {
  const isOpen = useDesk((state) => state.isPadOpen);
  const interactionId = useDesk((state) => ownTalkOf(state)?.interactionId ?? null);
  return isOpen && interactionId !== null ? <OpenKeypad interactionId={interactionId} /> : null;
};

const OpenKeypad = ({ interactionId }: { interactionId: string }) => {
  const { t } = useTranslation();
  const { commands } = useDeskSession();
  const digits = useDesk((state) => state.digits);

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(document.activeElement)) return;
    if (event.key === "Escape") commands.openPad(false);
    else if (KEYS.includes(event.key)) void commands.sendDigits(interactionId, event.key);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, []);

  return (
    <div className="panel keypad" data-testid="keypad">
      <div className="keypad-digits clip" data-testid="keypad-digits">
        {digits === "" ? <span className="faint">{t("call.padHint")}</span> : digits}
      </div>
      <div className="keypad-keys">
        {KEYS.map((key) => (
          <Button
            key={key}
            data-testid={`dtmf-${KEY_NAMES[key] ?? key}`}
            onClick={(event) => {
              void commands.sendDigits(interactionId, key);
              event.currentTarget.blur();
            }}
          >
            {key}
          </Button>
        ))}
      </div>
    </div>
  );
};
