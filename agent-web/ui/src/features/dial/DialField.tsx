import { Input, type InputRef, Space } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { callNumber } from "../../actions/callNumber";
import { dialNumber } from "../../actions/dialNumber";
import { useDeskSession } from "../../desk/deskContext";
import { deskStore, useDesk } from "../../desk/deskStore";
import { Icon } from "../../kit/Icon";
import { KeyCap } from "../../kit/KeyCap";
import { ActionButton } from "../frame/ActionButton";
import { ShownNumberLine } from "./ShownNumberLine";

/** A number, dialled as it was typed. */
export const DialField = () => {
  const { t } = useTranslation();
  const { commands } = useDeskSession();
  const turn = useDesk((state) => state.dialTurn);
  const input = useRef<InputRef>(null);
  const [number, setNumber] = useState("");
  const action = callNumber(number);

  const seen = useRef(turn);
  useEffect(() => {
    if (turn === seen.current) return; // The field takes the focus only when it is asked for.
    seen.current = turn;
    input.current?.focus({ cursor: "all" });
  }, [turn]);

  const dial = (): void => {
    const availability = action.availability(deskStore.getState());
    if (availability.kind === "available") availability.run(commands);
  };
  return (
    <div>
      <Space.Compact block>
        <Input
          ref={input}
          value={number}
          inputMode="tel"
          placeholder={t("dial.placeholder")}
          aria-label={t("dial.placeholder")}
          suffix={<KeyCap hotkey={dialNumber.hotkey} />}
          data-testid="dial-number"
          onChange={(event) => setNumber(event.target.value)}
          onPressEnter={dial}
        />
        <ActionButton
          action={action}
          testId="dial"
          look="primary"
          icon={<Icon name="phone" size={14} />}
          isAlwaysShown
        />
      </Space.Compact>
      <ShownNumberLine typed={number.trim()} />
    </div>
  );
};
