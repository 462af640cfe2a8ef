import { Tag } from "antd";
import type { ColumnType } from "antd/es/table";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import type { WorkItem } from "./model/work";
import { numberWords, stateWords } from "./workWords";

/** What of the list is not the same for supervisors and agents. */
export interface WorkCells {
  queue: (id: string) => string;
  agent: (id: string) => string;
  time: (item: WorkItem) => ReactNode;
  byHand: (item: WorkItem) => ReactNode;
}

/** The caller stands before those columns that are chosen, in their order. */
export const workColumnsOf = (
  t: TFunction,
  chosen: readonly string[],
  cells: WorkCells,
): ColumnType<WorkItem>[] => {
  const known: Record<string, ColumnType<WorkItem>> = {
    "work-client": {
      title: t("work.client"),
      width: 175,
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
      width: 110,
      ellipsis: true,
      render: (_, { queueId }) => (queueId === "" ? "—" : cells.queue(queueId)),
    },
    "work-state": {
      title: t("centre.state"),
      width: 165,
      ellipsis: true,
      render: (_, item) => stateWords(item),
    },
    "work-time": {
      title: t("work.time"),
      width: 90,
      align: "right",
      render: (_, item) => cells.time(item),
    },
    "work-agent": {
      title: t("floor.agent"),
      width: 170,
      ellipsis: true,
      render: (_, { agentId }) => (agentId === null ? "" : cells.agent(agentId)),
    },
    "work-priority": {
      title: t("centre.priority"),
      width: 85,
      align: "right",
      dataIndex: "priority",
    },
    "work-by-hand": {
      title: t("centre.byHand"),
      width: 150,
      render: (_, item) => cells.byHand(item),
    },
  };
  return [
    {
      key: "caller",
      title: t("work.caller"),
      width: 170,
      render: (_, item) => (
        <>
          {numberWords(item, t("call.anonymous"))}{" "}
          {item.kind === "call" ? null : <Tag color="blue">{t(`call.kind.${item.kind}`)}</Tag>}
        </>
      ),
    },
    ...chosen.flatMap((code) => (known[code] === undefined ? [] : [{ key: code, ...known[code] }])),
  ];
};
