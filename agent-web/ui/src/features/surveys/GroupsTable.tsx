import { Table } from "antd";
import { useTranslation } from "react-i18next";
import type { SurveyGroup } from "../../contracts/surveys";
import { FigureName, figureText, useDefinitions } from "../figures/definitions";
import { inOrder, surveyFigures } from "./surveyModel";

interface Props {
  groups: SurveyGroup[];
  title: string;
  /** What stands for answers that are about none of them. */
  nobody: string;
  chosen: string;
  onChoose: (key: string) => void;
}

export const keyOf = ({ id }: SurveyGroup): string => id ?? "";

/** Figures of queues or agents; a click shows the distribution of one. */
export const GroupsTable = ({ groups, title, nobody, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  const definitions = useDefinitions();
  return (
    <Table<SurveyGroup>
      size="small"
      className="dense"
      pagination={false}
      rowKey={keyOf}
      dataSource={inOrder(groups)}
      locale={{ emptyText: t("surveys.empty") }}
      rowClassName={(group) => (keyOf(group) === chosen ? "survey-row is-chosen" : "survey-row")}
      onRow={(group) =>
        ({
          "data-testid": `surveyed-${group.id ?? "nobody"}`,
          onClick: () => onChoose(keyOf(group)),
        }) as object
      }
      columns={[
        {
          key: "name",
          title,
          render: (_, group) => (
            <button type="button" className="survey-name">
              {group.name ?? nobody}
            </button>
          ),
        },
        ...surveyFigures.map(([code, field]) => ({
          key: code,
          title: <FigureName code={code} />,
          align: "right" as const,
          width: 130,
          render: (_: unknown, group: SurveyGroup) => (
            <span data-figure-of={code}>
              {figureText(group.figures[field], definitions.get(code)?.unit)}
            </span>
          ),
        })),
      ]}
    />
  );
};
