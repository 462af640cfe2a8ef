import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useDrawing, useSurroundings } from "../editor/editorContext";
import { variablesOf } from "../model/variables";

interface Props {
  testId: string;
  onChoose: (name: string) => void;
}

/** Offers the variables there are, to be put into a text. */
export const VariableMenu = ({ testId, onChoose }: Props) => {
  const { t } = useTranslation();
  const graph = useDrawing();
  const { catalog } = useSurroundings();
  return (
    <Select<string | null>
      className="flow-variables"
      popupMatchSelectWidth={false}
      placeholder="${}"
      suffixIcon={null}
      aria-label={t("flow.insertVariable")}
      title={t("flow.insertVariable")}
      data-testid={`${testId}-variable`}
      value={null}
      showSearch
      options={variablesOf(graph, catalog).map((name) => ({ value: name, label: name }))}
      onChange={(name) => name !== null && onChoose(name)}
    />
  );
};
