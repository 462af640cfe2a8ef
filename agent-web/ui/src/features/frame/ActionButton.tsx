import { Button, Tooltip } from "antd";
import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DeskAction } from "../../actions/action";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { KeyCap } from "../../kit/KeyCap";
import { useActionLabel } from "./useActionLabel";

interface Props {
  action: DeskAction;
  testId: string;
  look?: "plain" | "primary" | "danger" | "answer" | "on";
  size?: "small" | "middle" | "large";
  icon?: ReactNode;
  /** Words for this case, instead of those of the action. */
  label?: DeskAction["label"];
  style?: CSSProperties;
  /** Shown disabled where the action is absent, so that nothing moves. */
  isAlwaysShown?: boolean;
}

/** A button drawn from an action: label, key, whether it can be pressed and why not. */
export const ActionButton = ({
  action,
  testId,
  look = "plain",
  size = "middle",
  icon,
  label,
  style,
  isAlwaysShown = false,
}: Props) => {
  const { t } = useTranslation();
  const words = useActionLabel()(label === undefined ? action : { ...action, label });
  const { commands } = useDeskSession();
  const availability = action.availability(useDesk((state) => state));
  if (availability.kind === "absent" && !isAlwaysShown) return null;

  const why = availability.kind === "blocked" ? t(availability.why) : undefined;
  return (
    <Tooltip title={why}>
      <Button
        data-testid={testId}
        data-blocked={why}
        className={look === "answer" ? "answer-button" : look === "on" ? "on-button" : ""}
        type={look === "primary" || look === "answer" ? "primary" : "default"}
        danger={look === "danger"}
        size={size}
        disabled={availability.kind !== "available"}
        {...(icon === undefined ? {} : { icon })}
        {...(style === undefined ? {} : { style })}
        // The button must not keep the focus: the next key belongs to the desk, not to it.
        onClick={(event) => {
          if (availability.kind === "available") availability.run(commands);
          event.currentTarget.blur();
        }}
      >
        <span>{words}</span> <KeyCap hotkey={action.hotkey} />
      </Button>
    </Tooltip>
  );
};
