import { Button, Input, Popover, Select, Table } from "antd";
import type { ColumnType } from "antd/es/table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { isOnline } from "../../desk/selectors";
import { useNow } from "../../kit/useNow";
import { clock } from "../../shared/time";
import { Columns } from "../floor/ColumnChoice";
import { inView, type WorkItem, workCounts } from "../floor/model/work";
import { WorkFilters } from "../floor/WorkFilters";
import { workColumnsOf } from "../floor/workColumns";
import { isFreeToPick, isStale, itemsOf, mayPick } from "./model/agentWork";
import {
  preferWork,
  useKeptWorkPreferences,
  useWorkPreferences,
  workColumnCodes,
} from "./preferences";
import { useWatchedWork, useWork } from "./workStore";
import "../floor/floor.css";
import "./work.css";

/** An agent's list: what he has, who waits in his queues; whom he may, he takes to himself. */
export const WorkPanel = ({ me }: { me: string }) => {
  const { t } = useTranslation();
  useWatchedWork();
  const hasPreferences = useKeptWorkPreferences();
  const isKnown = useWork((work) => work.isKnown);
  if (!isKnown || !hasPreferences) return <p className="faint">{t("session.loading")}</p>;
  return <WorkList me={me} />;
};

export const WorkList = ({ me }: { me: string }) => {
  const { t } = useTranslation();
  const work = useWork();
  const call = useDesk((state) => state.desk.call);
  const { filter, queues } = useWorkPreferences();
  const [text, setText] = useState("");
  const page = useNow();
  const now = page + work.clockAheadMs;
  const items = itemsOf(work, call, me, now);
  const columns = useColumns(me, now);
  const stale = isStale(work, page);
  return (
    <div className="work" data-testid="own-work" data-stale={stale}>
      <div className="floor-acts">
        <WorkFilters
          value={filter}
          counts={workCounts(items, me)}
          onChange={(chosen) => preferWork({ filter: chosen })}
        />
        {stale ? (
          <b className="floor-stale" data-testid="work-stale">
            {t("centre.stale", { time: clock((page - work.heardAt) / 1_000) })}
          </b>
        ) : null}
        <span className="grow" />
        <Input
          size="small"
          allowClear
          style={{ width: 130 }}
          placeholder={t("work.caller")}
          data-testid="filter-text"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <QueueChoice />
        <ColumnChoice />
      </div>
      <Table<WorkItem>
        size="small"
        className="dense"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        rowKey="interactionId"
        dataSource={inView(items, filter, { queues, text }, me, () => "")}
        scroll={{ x: 700 }}
        data-testid="work"
        locale={{ emptyText: t("work.none") }}
        onRow={(item) =>
          ({
            "data-testid": `work-${item.interactionId}`,
            "data-state": item.state,
          }) as React.HTMLAttributes<HTMLElement>
        }
        columns={columns}
      />
    </div>
  );
};

const useColumns = (me: string, now: number): ColumnType<WorkItem>[] => {
  const { t } = useTranslation();
  const { columns } = useWorkPreferences();
  const work = useWork();
  return [
    ...workColumnsOf(t, columns, {
      queue: (id) => work.queues.get(id)?.name ?? id,
      agent: () => "",
      time: (item) => <Time item={item} now={now} />,
      byHand: () => null,
    }),
    {
      key: "take",
      fixed: "right",
      width: 105,
      render: (_, item) => (mayPick(item, work, me) ? <Take item={item} /> : null),
    },
  ];
};

/** Red when he waits longer than his queue promises. */
const Time = ({ item, now }: { item: WorkItem; now: number }) => {
  const promised = useWork((work) => work.queues.get(item.queueId)?.answerWithinSeconds);
  const seconds = Math.max(0, (now - Date.parse(item.since)) / 1_000);
  const isLate = item.isWaiting && promised !== undefined && seconds > promised;
  return (
    <span className="floor-figure" data-level={isLate ? "alarm" : undefined}>
      {clock(seconds)}
    </span>
  );
};

const Take = ({ item: { interactionId } }: { item: WorkItem }) => {
  const { t } = useTranslation();
  const desk = useDeskSession();
  const isFree = useDesk((state) => isFreeToPick(state.desk.agent));
  const mayAsk = useDesk((state) => isOnline(state) && state.busy === null);
  return (
    <Button
      size="small"
      type="primary"
      disabled={!isFree || !mayAsk}
      title={isFree ? undefined : t("refusal.notReady")}
      data-testid={`take-${interactionId}`}
      onClick={() => void desk.commands.pick(interactionId)}
    >
      {t("work.take")}
    </Button>
  );
};

const QueueChoice = () => {
  const { t } = useTranslation();
  const queues = useWork((work) => work.queues);
  const { queues: chosen } = useWorkPreferences();
  return (
    <Select
      mode="multiple"
      size="small"
      allowClear
      maxTagCount={1}
      style={{ minWidth: 130 }}
      placeholder={t("centre.queues")}
      data-testid="filter-queues"
      value={chosen}
      options={[...queues.values()].map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(ids) => preferWork({ queues: ids })}
    />
  );
};

const ColumnChoice = () => {
  const { t } = useTranslation();
  const { columns } = useWorkPreferences();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Columns
          title={t("work.tab")}
          all={workColumnCodes}
          shown={columns}
          onChange={(codes) => preferWork({ columns: codes })}
        />
      }
    >
      <Button size="small" data-testid="columns">
        {t("floor.columns")}
      </Button>
    </Popover>
  );
};
