import { useTranslation } from "react-i18next";
import type { FlowNodeType } from "../../../contracts/flows";
import { NodeIcon } from "../NodeIcon";
import { groups, lookOf } from "../nodeLook";
import { nodeWords } from "../words";
import { useSurroundings } from "./editorContext";

/** What is dragged from the palette to the canvas. */
export const DRAGGED = "application/x-crmums-node";

interface Props {
  testId: "flow-palette" | "flow-menu";
  isDraggable: boolean;
  onChoose: (type: FlowNodeType) => void;
}

/** The types of nodes there are: to drag, to click, or to take with Enter. */
export const NodePalette = ({ testId, isDraggable, onChoose }: Props) => {
  const { t } = useTranslation();
  const { catalog } = useSurroundings();
  const types = [...catalog.values()];
  return (
    <nav className="flow-palette" data-testid={testId} aria-label={t("flow.palette")}>
      {groups.map((group) => {
        const members = types.filter(({ type }) => lookOf(type).group === group);
        if (members.length === 0) return null;
        return (
          <section key={group}>
            <h3 className="panel-title">{t(`flow.group.${group}`)}</h3>
            {members.map((type) => (
              <button
                key={type.type}
                type="button"
                className="flow-palette-item"
                draggable={isDraggable}
                data-testid={`${testId}-${type.type}`}
                onClick={() => onChoose(type)}
                onDragStart={(event) => {
                  event.dataTransfer.setData(DRAGGED, type.type);
                  event.dataTransfer.effectAllowed = "copy";
                }}
              >
                <NodeIcon type={type.type} />
                <span className="clip">{nodeWords(type.type)}</span>
              </button>
            ))}
          </section>
        );
      })}
    </nav>
  );
};
