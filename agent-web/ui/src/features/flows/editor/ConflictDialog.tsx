import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { usableGraph } from "../model/usable";
import { DifferenceView } from "./DifferenceView";
import { useDrawing } from "./editorContext";
import type { FlowCommands } from "./useFlowCommands";

/** Somebody else has saved this flow meanwhile: nothing is lost, one of the two is chosen. */
export const ConflictDialog = ({ commands }: { commands: FlowCommands }) => {
  const { t } = useTranslation();
  const graph = useDrawing();
  const { conflict } = commands;
  if (conflict === null) return null;
  return (
    <Modal
      open
      closable={false}
      title={t("flow.conflict")}
      footer={[
        <Button key="theirs" data-testid="flow-take-theirs" onClick={commands.takeTheirs}>
          {t("flow.takeTheirs")}
        </Button>,
        <Button
          key="mine"
          danger
          data-testid="flow-overwrite"
          onClick={() => void commands.overwrite()}
        >
          {t("flow.overwrite")}
        </Button>,
      ]}
    >
      <div data-testid="flow-conflict">
        <p>{t("flow.conflictText")}</p>
        <DifferenceView before={usableGraph(conflict)} after={graph} />
      </div>
    </Modal>
  );
};
