import { Button, Input, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { clock } from "../../shared/time";

const REASON_MAX = 200;

interface Props {
  /** By how much; 0 shows nothing. */
  seconds: number;
  isDisabled: boolean;
  onExtend: (reason: string) => Promise<boolean>;
}

/** More time for this wrap-up, once, with a reason that stands in the timeline. */
export const ExtendWrapUp = ({ seconds, isDisabled, onExtend }: Props) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  if (seconds === 0) return null;

  const extend = async (): Promise<void> => {
    if (reason.trim() === "" || isDisabled) return;
    if (await onExtend(reason.trim())) setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      title={t("wrapUp.extendTitle")}
      content={
        <div className="row" style={{ width: 320 }}>
          <Input
            size="small"
            autoFocus
            data-testid="extend-reason"
            aria-label={t("wrapUp.extendReason")}
            placeholder={t("wrapUp.extendReason")}
            value={reason}
            maxLength={REASON_MAX}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => void extend()}
          />
          <Button
            size="small"
            type="primary"
            data-testid="extend-confirm"
            disabled={isDisabled || reason.trim() === ""}
            onClick={() => void extend()}
          >
            +{clock(seconds)}
          </Button>
        </div>
      }
    >
      <Button size="small" data-testid="wrap-up-extend" disabled={isDisabled}>
        {t("wrapUp.extend", { time: clock(seconds) })}
      </Button>
    </Popover>
  );
};
