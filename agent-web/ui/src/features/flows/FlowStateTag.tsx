import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { FlowState } from "./model/state";

const colours: Record<FlowState, string> = {
  draft: "default",
  published: "green",
  changed: "gold",
};

export const FlowStateTag = ({ state }: { state: FlowState }) => {
  const { t } = useTranslation();
  return (
    <Tag color={colours[state]} data-testid="flow-state" data-state={state}>
      {t(`flows.state.${state}`)}
    </Tag>
  );
};
