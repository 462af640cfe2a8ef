import { Button, Table } from "antd";
import type { ColumnType } from "antd/es/table";
import { type Key, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FloorAgent } from "../../contracts/floor";
import { useNow } from "../../kit/useNow";
import { agentFigures } from "../figures/agentFigures";
import { FigureName, useDefinitions } from "../figures/definitions";
import { ListenButton } from "../supervision/ListenButton";
import { CallCell, FigureCell, StateCell, TimeInState } from "./cells";
import { useFloor } from "./floorStore";
import { stageTime } from "./model/figures";
import { agentsInView, chosenBy, grouped, rowKey } from "./model/view";
import { prefer, usePreferences } from "./preferences";
import { useNames } from "./useNames";

/** One line of the table: an agent, or the head of a group of them. */
type Row = { key: string; head: string; count: number } | { key: string; agent: FloorAgent };

const ORDER_AGAIN_MS = 2_000;
const FIGURE_WIDTH = 104; // No word of a name is broken.
const TALKS = ["talking", "held"];

/** A supervisor's way into the talk. */
const listen: ColumnType<Row> = {
  key: "listen",
  width: 96,
  onCell: (row) => ("head" in row ? { colSpan: 0 } : {}),
  render: (_, row) =>
    "agent" in row &&
    row.agent.state.call !== undefined &&
    TALKS.includes(row.agent.state.status) ? (
      <ListenButton interactionId={row.agent.state.call.interactionId} />
    ) : null,
};

// Together with the figures that are shown at first they fit a screen of 1366 pixels.
const widths: Record<string, number> = {
  name: 150,
  state: 170,
  call: 190,
  queues: 130,
  groups: 130,
};

interface Props {
  height: number;
  chosen: readonly string[];
  onChoose: (agents: string[]) => void;
  /** Null for those who may not act. */
  canAct: boolean;
  onOpenDay: (agent: string) => void;
}

export const AgentsTable = ({ height, chosen, onChoose, canAct, onOpenDay }: Props) => {
  const { t } = useTranslation();
  const floor = useFloor();
  const preferences = usePreferences();
  const definitions = useDefinitions();
  const names = useNames();
  const { agentColumns, filters, groupBy, sort, thresholds } = preferences;
  // Whoever is sorted by a running time would jump about with every tick.
  const turn = Math.floor((useNow() + floor.clockAheadMs) / ORDER_AGAIN_MS) * ORDER_AGAIN_MS;

  const rows = useMemo((): Row[] => {
    const groups = grouped(agentsInView(floor, filters, sort, turn), groupBy);
    return groups.flatMap(({ key, agents }): Row[] => [
      ...(groupBy === "none"
        ? []
        : [{ key: `head:${key}`, head: names.head(groupBy, key), count: agents.length }]),
      ...agents.map((agent) => ({ key: rowKey(key, agent.id), agent })),
    ]);
  }, [floor, filters, sort, groupBy, turn, names]);

  const column = (
    code: string,
    title: React.ReactNode,
    cell: (agent: FloorAgent) => React.ReactNode,
  ) => ({
    key: code,
    title,
    width: widths[code] ?? FIGURE_WIDTH,
    ellipsis: true,
    ...(code in widths ? {} : { align: "right" as const }),
    sorter: true,
    sortOrder:
      sort.column === code
        ? sort.isDescending
          ? ("descend" as const)
          : ("ascend" as const)
        : null,
    onCell: (row: Row) => ("head" in row ? { colSpan: code === "name" ? 20 : 0 } : {}),
    render: (_: unknown, row: Row) =>
      "head" in row ? (
        <b className="floor-head" data-testid="agent-group">
          {row.head} · {row.count}
        </b>
      ) : (
        cell(row.agent)
      ),
  });

  const cellOf = (code: string) => {
    switch (code) {
      case "state":
        return column(code, t("centre.state"), (agent) => (
          <StateCell agent={agent} reasons={floor.setUp.reasons} />
        ));
      case "call":
        return column(code, t("floor.call"), (agent) => <CallCell agent={agent} />);
      case "queues":
        return column(code, t("centre.queues"), (agent) => names.queues(agent.setUp.queues));
      case "groups":
        return column(code, t("floor.groups"), (agent) => names.groups(agent.setUp.groups));
      case "time-in-state":
        return column(code, <FigureName code={code} />, (agent) => (
          <TimeInState agent={agent} thresholds={thresholds} />
        ));
      default:
        return column(code, <FigureName code={code} />, (agent) => (
          <FigureCell
            code={code}
            unit={definitions.get(code)?.unit}
            thresholds={thresholds}
            value={(now) =>
              code === "stage-time"
                ? stageTime(agent, now)
                : ((agentFigures(agent.figures, now) as Record<string, number | null>)[code] ??
                  null)
            }
          />
        ));
    }
  };

  const columns: ColumnType<Row>[] = [
    column("name", t("floor.agent"), (agent) => (
      <span
        data-testid={`agent-${agent.id}`}
        data-status={agent.state.status}
        data-sequence={agent.sequence}
      >
        <Button
          type="link"
          size="small"
          className="floor-name"
          title={t("agentDay.open")}
          disabled={!canAct}
          data-testid={`day-of-${agent.id}`}
          onClick={() => onOpenDay(agent.id)}
        >
          {agent.setUp.name}
        </Button>
      </span>
    )),
    ...agentColumns.map(cellOf),
    ...(canAct ? [listen] : []),
  ];

  const ticked = rows
    .filter((row) => "agent" in row && chosen.includes(row.agent.id))
    .map((row) => row.key);
  return (
    <Table<Row>
      virtual
      size="small"
      className="dense"
      pagination={false}
      rowKey="key"
      dataSource={rows}
      columns={columns}
      scroll={{ x: columns.reduce((sum, each) => sum + Number(each.width), 48), y: height }}
      data-testid="status-agents"
      onChange={(_, __, sorter) => {
        const by = Array.isArray(sorter) ? sorter[0] : sorter;
        const code = by?.columnKey;
        if (code !== undefined) {
          prefer({ sort: { column: String(code), isDescending: by?.order === "descend" } });
        }
      }}
      {...(canAct
        ? {
            rowSelection: {
              columnWidth: 36,
              selectedRowKeys: ticked,
              onChange: (keys: Key[]) => onChoose(chosenBy(ticked, keys.map(String))),
              getCheckboxProps: (row: Row) => ({ disabled: "head" in row }),
            },
          }
        : {})}
    />
  );
};
