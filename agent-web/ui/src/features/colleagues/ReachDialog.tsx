import { Modal, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useDeskSession } from "../../desk/deskContext";
import { type Reach, useDesk } from "../../desk/deskStore";
import { mayReach } from "../../desk/selectors";
import { ReachForm } from "./ReachForm";
import "./colleagues.css";

const ENDS: readonly Reach[] = ["call", "transfer", "consult", "add"];

/** Whom to call, to give the call to, to ask, to bring in: one dialog for all four. */
export const ReachDialog = () => {
  const { t } = useTranslation();
  const { commands } = useDeskSession();
  const state = useDesk((current) => current);
  const { reach } = state;
  return (
    <Modal
      open={reach !== null}
      onCancel={() => commands.openReach(null)}
      footer={null}
      closable={false}
      destroyOnHidden
      width={640}
      style={{ top: 56 }}
      title={
        <Segmented<Reach>
          value={reach ?? "call"}
          options={ENDS.filter((end) => mayReach(state, end)).map((end) => ({
            value: end,
            label: <span data-testid={`reach-${end}`}>{t(`reach.${end}`)}</span>,
          }))}
          onChange={(end) => commands.openReach(end)}
        />
      }
    >
      {reach === null ? null : (
        <div data-testid="reach" data-reach={reach}>
          <ReachForm reach={reach} />
        </div>
      )}
    </Modal>
  );
};
