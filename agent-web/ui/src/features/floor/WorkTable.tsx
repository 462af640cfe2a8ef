import { App, Select, Table } from "antd";
import type { ColumnType } from "antd/es/table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { Problem } from "../../connection/restClient";
import { wordsIf } from "../../i18n/i18n";
import { useNow } from "../../kit/useNow";
import { FigureCell } from "./cells";
import { useFloor } from "./floorStore";
import { type WorkItem, workCounts, workInView, workOf } from "./model/work";
import { prefer, usePreferences } from "./preferences";
import { useNames } from "./useNames";
import { points, WorkActs } from "./WorkActs";
import { WorkFilters } from "./WorkFilters";
import { workColumnsOf } from "./workColumns";

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
  const here = items.filter((item) => item.mayBePreferred && chosen.includes(item.interactionId));
  return (
    <>
      <div className="floor-acts row">
        <WorkFilters
          value={workFilter}
          counts={workCounts(workOf(floor, now), me)}
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
          getCheckboxProps: (item) => ({ disabled: !item.mayBePreferred }),
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
  return workColumnsOf(t, workColumns, {
    queue: names.queue,
    agent: (id) => agents.get(id)?.setUp.name ?? id,
    time: (item) => <Time item={item} />,
    byHand: (item) => (item.mayBePreferred ? <Points item={item} /> : null),
  });
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
