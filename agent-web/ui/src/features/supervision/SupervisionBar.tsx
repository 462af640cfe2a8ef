import { Button, type ButtonProps, Popconfirm, Segmented, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { leaveTalk, modeActions, takeTalkOver } from "../../actions/supervise";
import type { Supervision, SupervisionMode } from "../../contracts/hub";
import { deskStore, useDesk } from "../../desk/deskStore";
import { askedTakeOverOf, supervisionOf } from "../../desk/selectors";
import { Elapsed } from "../../kit/Elapsed";
import { KeyCap } from "../../kit/KeyCap";
import { phoneForPeople } from "../../shared/phone";
import { useSupervise } from "./useSupervise";
import "./supervision.css";

const MODES: readonly SupervisionMode[] = ["listen", "whisper", "barge"];

/** The talk that the supervisor is in: who talks, and who hears him; one click changes that. */
export const SupervisionBar = () => {
  const supervision = useDesk(supervisionOf);
  return supervision === null ? null : <InTalk supervision={supervision} />;
};

const InTalk = ({ supervision }: { supervision: Supervision }) => {
  const { t } = useTranslation();
  const { busy, enter, takeOver, leave } = useSupervise();
  const aheadMs = useDesk((state) => state.desk.clockAheadMs);
  const isAsked = useDesk((state) => askedTakeOverOf(state) !== null);
  const { call, mode, interactionId } = supervision;
  return (
    <div className={`supervision-bar is-${mode}`} role="status" data-testid="supervision">
      <b>{t(`supervision.${mode}.now`)}</b>
      <span className="clip grow" data-testid="supervision-caller">
        {call.client === null ? null : `${call.client.displayName} · `}
        {call.number.kind === "anonymous" ? t("call.anonymous") : phoneForPeople(call.number.shown)}
        {` · ${call.queueName}`}
        {call.client?.isVip ? <Tag color="gold">{t("call.vip")}</Tag> : null}
      </span>
      {call.connectedAt === null ? null : <Elapsed since={call.connectedAt} aheadMs={aheadMs} />}
      <Segmented<SupervisionMode>
        value={MODES.find((each) => each === busy) ?? mode}
        disabled={busy !== null}
        aria-label={t("supervision.mode")}
        options={MODES.map((each) => ({
          value: each,
          label: (
            <span data-testid={`mode-${each}`} title={t(`supervision.${each}.hint`)}>
              {t(`supervision.${each}`)} <KeyCap hotkey={modeActions[each].hotkey} />
            </span>
          ),
        }))}
        onChange={(wanted) => void enter(interactionId, wanted)}
      />
      <Popconfirm
        title={t("supervision.takeOver.sure")}
        okText={t("supervision.takeOver")}
        cancelText={t("supervision.takeOver.no")}
        open={isAsked}
        onOpenChange={(open) => deskStore.setState({ takeOverAsked: open ? interactionId : null })}
        onConfirm={() => void takeOver(interactionId)}
        okButtonProps={{ autoFocus: true, "data-testid": "take-over-sure" } as ButtonProps}
      >
        <Button
          size="small"
          loading={busy === "take-over"}
          title={t("supervision.takeOver.hint")}
          data-testid="take-over"
        >
          {t("supervision.takeOver")} <KeyCap hotkey={takeTalkOver.hotkey} />
        </Button>
      </Popconfirm>
      <Button
        danger
        size="small"
        loading={busy === "leave"}
        data-testid="supervision-leave"
        onClick={() => void leave()}
      >
        {t("supervision.leave")} <KeyCap hotkey={leaveTalk.hotkey} />
      </Button>
    </div>
  );
};
