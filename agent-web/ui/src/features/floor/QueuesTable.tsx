import { Table } from "antd";
import { useTranslation } from "react-i18next";
import type { FloorQueue } from "../../contracts/floor";
import { FigureName, useDefinitions } from "../figures/definitions";
import { FigureCell } from "./cells";
import { useFloor } from "./floorStore";
import { queueFigures } from "./model/figures";
import { usePreferences } from "./preferences";

export const QueuesTable = () => {
  const { t } = useTranslation();
  const queues = useFloor((floor) => floor.queues);
  const definitions = useDefinitions();
  const { queueColumns, thresholds, filters } = usePreferences();
  const shown = [...queues.values()]
    .filter(({ id }) => filters.queues.length === 0 || filters.queues.includes(id))
    .sort((one, other) => one.setUp.name.localeCompare(other.setUp.name));
  return (
    <Table<FloorQueue>
      size="small"
      className="dense"
      pagination={false}
      rowKey="id"
      dataSource={shown}
      scroll={{ x: "max-content", y: 176 }}
      data-testid="status-queues"
      columns={[
        {
          key: "name",
          title: t("floor.queue"),
          fixed: "left",
          render: (_, queue) => (
            <span data-testid={`queue-${queue.id}`} data-sequence={queue.sequence}>
              <b>{queue.setUp.name}</b>{" "}
              <span className="faint">
                {t("floor.threshold", { seconds: queue.setUp.answerWithinSeconds })}
              </span>
            </span>
          ),
        },
        ...queueColumns.map((code) => ({
          key: code,
          title: <FigureName code={code} />,
          align: "right" as const,
          render: (_: unknown, queue: FloorQueue) => (
            <FigureCell
              code={code}
              unit={definitions.get(code)?.unit}
              thresholds={thresholds}
              testId={`${code}-${queue.id}`}
              value={(now) =>
                (queueFigures(queue, now) as Record<string, number | null>)[code] ?? null
              }
            />
          ),
        })),
      ]}
    />
  );
};
