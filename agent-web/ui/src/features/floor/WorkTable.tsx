import { App, Segmented, Select, Table, Tag } from "antd";
import type { ColumnType } from "antd/es/table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { Problem } from "../../connection/restClient";
import { wordsIf } from "../../i18n/i18n";
import { useNow } from "../../kit/useNow";
import { FigureCell } from "./cells";
import { useFloor } from "./floorStore";
import { type WorkFilter, type WorkItem, workCounts, workFilters, workInView } from "./model/work";
import { prefer, usePreferences } from "./preferences";
import { useNames } from "./useNames";
import { points, WorkActs } from "./WorkActs";
import { numberWords, stateWords } from "./workWords";

interface Props {
  height: number;
  /** Whose is "mine". */
  me: string;
}

/** Everything that waits or is in work: seen in one place, moved, preferred, given to somebody. */
export const WorkTable = ({ height, me }: Props) => {
  const { t } = useTranslation();
  const floor = useFloor();
  const { filters, workFilter } = usePreferences();
  const now = useNow() + floor.clockAheadMs;
  const columns = useColumns();
  const [chosen, setChosen] = useState<string[]>([]);
  const items = workInView(floor, workFilter, filters, me, now);
  const counts = workCounts(floor, me, now);
  const here = items.filter((item) => item.isWaiting && chosen.includes(item.interactionId));
  return (
    <>
      <div className="floor-acts row">
        <Segmented<WorkFilter>
          size="small"
          value={workFilter}
          data-testid="work-filter"
          options={workFilters.map((filter) => ({
            value: filter,
            label: (
              <span data-testid={`work-filter-${filter}`}>
                {t(`work.filter.${filter}`)} · {counts[filter]}
              </span>
            ),
          }))}
          onChange={(filter) => prefer({ workFilter: filter })}
        />
        <span className="grow" />
        <WorkActs chosen={here} onDone={() => setChosen([])} />
      </div>
      <Table<WorkItem>
        virtual
        size="small"
        className="dense"
        pagination={false}
        rowKey="interactionId"
        dataSource={items}
        scroll={{ x: 900, y: height - 36 }}
        data-testid="work"
        locale={{ emptyText: t("work.none") }}
        onRow={(item) =>
          ({
            "data-testid": `work-${item.interactionId}`,
            "data-state": item.state,
          }) as React.HTMLAttributes<HTMLElement>
        }
        rowSelection={{
          columnWidth: 36,
          selectedRowKeys: here.map(({ interactionId }) => interactionId),
          getCheckboxProps: (item) => ({ disabled: !item.isWaiting }),
          onChange: (keys) => setChosen(keys.map(String)),
        }}
        columns={columns}
      />
    </>
  );
};

const useColumns = (): ColumnType<WorkItem>[] => {
  const { t } = useTranslation();
  const { workColumns } = usePreferences();
  const names = useNames();
  const agents = useFloor((floor) => floor.agents);
  const known: Record<string, ColumnType<WorkItem>> = {
    "work-client": {
      title: t("work.client"),
      width: 230,
      ellipsis: true,
      render: (_, { client }) => (
        <>
          {client?.displayName ?? "—"}{" "}
          {client?.isVip ? <Tag color="gold">{t("call.vip")}</Tag> : null}
        </>
      ),
    },
    "work-queue": {
      title: t("centre.queue"),
      width: 150,
      ellipsis: true,
      render: (_, { queueId }) => (queueId === "" ? "—" : names.queue(queueId)),
    },
    "work-state": {
      title: t("centre.state"),
      width: 190,
      ellipsis: true,
      render: (_, item) => stateWords(item),
    },
    "work-time": {
      title: t("work.time"),
      width: 110,
      align: "right",
      render: (_, item) => <Time item={item} />,
    },
    "work-agent": {
      title: t("floor.agent"),
      width: 170,
      ellipsis: true,
      render: (_, { agentId }) =>
        agentId === null ? "" : (agents.get(agentId)?.setUp.name ?? agentId),
    },
    "work-priority": {
      title: t("centre.priority"),
      width: 95,
      align: "right",
      dataIndex: "priority",
    },
    "work-by-hand": {
      title: t("centre.byHand"),
      width: 150,
      render: (_, item) => (item.isWaiting ? <Points item={item} /> : null),
    },
  };
  return [
    {
      key: "caller",
      title: t("work.caller"),
      width: 210,
      render: (_, item) => <Who item={item} />,
    },
    ...workColumns.flatMap((code) =>
      known[code] === undefined ? [] : [{ key: code, ...known[code] }],
    ),
  ];
};

const Who = ({ item }: { item: WorkItem }) => {
  const { t } = useTranslation();
  return (
    <>
      {numberWords(item, t("call.anonymous"))}{" "}
      {item.kind === "call" ? null : <Tag color="blue">{t(`call.kind.${item.kind}`)}</Tag>}
    </>
  );
};

const Time = ({ item }: { item: WorkItem }) => {
  const { thresholds } = usePreferences();
  return (
    <FigureCell
      code={item.isWaiting ? "longest-wait" : "stage-time"}
      unit="seconds"
      thresholds={thresholds}
      value={(now) => Math.max(0, (now - Date.parse(item.since)) / 1_000)}
    />
  );
};

const Points = ({ item }: { item: WorkItem }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();

  const give = async (given: number): Promise<void> => {
    try {
      await api.givePriority(item.interactionId, given);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      void message.error(wordsIf("centre.fault", error.code) ?? t("centre.fault.other"));
    }
  };

  return (
    <Select<number>
      size="small"
      style={{ width: 134 }}
      aria-label={t("centre.byHand")}
      data-testid={`priority-${item.interactionId}`}
      value={item.pointsGiven ?? 0}
      options={points.map(({ given, word }) => ({
        value: given,
        label: t(`centre.points.${word}`),
      }))}
      onChange={(given) => void give(given)}
    />
  );
};
