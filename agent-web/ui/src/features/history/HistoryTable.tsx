import { Table, type TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import type { HistoryRow } from "../../contracts/rest";
import type { Language } from "../../contracts/shared";
import { wordsFor } from "../../i18n/i18n";
import { kebab } from "../../shared/kebab";
import { phoneForPeople } from "../../shared/phone";
import { clock, moment } from "../../shared/time";
import { CallNumberButton } from "../dial/CallNumberButton";
import { useDeskOptions } from "../frame/deskOptions";
import { useSession } from "../frame/session";
import { topicName } from "../wrapUp/topicGroups";
import { mayOpen } from "./mayOpen";
import { RecordingCell } from "./RecordingCell";
import { Timeline } from "./Timeline";
import type { Player } from "./usePlayer";

export type HistoryColumn =
  | "at"
  | "client"
  | "queue"
  | "agent"
  | "wait"
  | "talk"
  | "wrapUp"
  | "ending"
  | "result"
  | "recording";

interface Props {
  rows: HistoryRow[];
  columns: HistoryColumn[];
  emptyText: string;
  player: Player;
}

/** Interactions as rows; a row opens to what happened in it. */
export const HistoryTable = ({ rows, columns, emptyText, player }: Props) => {
  const all = useColumns(player);
  const { data: session } = useSession();
  return (
    <Table<HistoryRow>
      size="small"
      className="dense"
      pagination={false}
      tableLayout="fixed"
      sticky
      rowKey="interactionId"
      dataSource={rows}
      columns={columns.map((column) => all[column])}
      locale={{ emptyText }}
      expandable={{
        columnWidth: 28,
        rowExpandable: (row) => mayOpen(row, session),
        expandedRowRender: (row) => <Timeline interactionId={row.interactionId} />,
      }}
      rowClassName={(row) =>
        row.interactionId === player.row?.interactionId ? "history-row is-playing" : "history-row"
      }
      onRow={(row) =>
        ({
          "data-testid": "history-row",
          "data-interaction": row.interactionId,
          "data-ending": row.ending === null ? "" : kebab(row.ending),
        }) as object
      }
    />
  );
};

const useColumns = (player: Player): Record<HistoryColumn, TableColumnType<HistoryRow>> => {
  const { t, i18n } = useTranslation();
  const { topics } = useDeskOptions();
  const language = i18n.language as Language;
  return {
    at: { title: t("history.at"), width: 90, render: (_, row) => moment(row.arrivedAt) },
    client: {
      title: t("history.client"),
      width: "18%", // On the narrowest desk a whole number.
      ellipsis: true,
      render: (_, row) => <Caller row={row} />,
    },
    queue: {
      title: t("history.queue"),
      width: 94,
      ellipsis: true,
      render: (_, row) => row.queueName ?? "—",
    },
    agent: {
      title: t("history.agent"),
      width: 124,
      ellipsis: true,
      render: (_, row) => row.agentName ?? "—",
    },
    wait: {
      title: t("history.wait"),
      width: 82,
      align: "right",
      render: (_, row) => clock(row.waitSeconds),
    },
    talk: {
      title: t("history.talk"),
      width: 84,
      align: "right",
      render: (_, row) => <Talk row={row} />,
    },
    wrapUp: {
      title: t("history.wrapUp"),
      width: 74,
      align: "right",
      render: (_, row) => clock(row.wrapUpSeconds),
    },
    ending: {
      title: t("history.ending"),
      width: 112,
      ellipsis: true,
      render: (_, row) => <Ending row={row} />,
    },
    result: {
      title: t("history.result"),
      ellipsis: true,
      render: (_, row) => {
        const topic = row.topic === null ? null : topicName(topics, language, row.topic);
        const result = row.result === null ? null : wordsFor("result", row.result);
        const words = [topic, result, row.note].filter((part) => part !== null && part !== "");
        return <span data-testid="history-result">{words.join(" · ") || "—"}</span>;
      },
    },
    recording: {
      title: t("history.recording"),
      width: 88,
      render: (_, row) => <RecordingCell row={row} player={player} />,
    },
  };
};

/** The talk itself; hold is not talk, and stands below it when there was any. */
const Talk = ({ row }: { row: HistoryRow }) => {
  const { t } = useTranslation();
  if (row.holdSeconds < 1) return clock(row.talkSeconds);
  const hold = clock(row.holdSeconds);
  return (
    <span title={t("history.withHold", { hold })}>
      {clock(row.talkSeconds)} <span className="faint">+{hold}</span>
    </span>
  );
};

const Ending = ({ row }: { row: HistoryRow }) => {
  if (row.ending === null) return "…";
  const code = kebab(row.ending);
  return <span title={wordsFor("ending", code)}>{wordsFor("endingShort", code)}</span>;
};

const Caller = ({ row }: { row: HistoryRow }) => {
  const { t } = useTranslation();
  if (row.direction === "internal") return <span className="soft">{t("history.internal")}</span>;
  const number =
    row.number.kind === "anonymous" ? t("call.anonymous") : phoneForPeople(row.number.shown);
  return (
    <>
      {row.number.kind === "known" ? <CallNumberButton number={row.number.shown} /> : null}
      {row.direction === "outbound" ? (
        <span className="faint" title={t("history.outbound")}>
          ↗{" "}
        </span>
      ) : null}
      {row.client?.isVip ? <b className="vip">{t("call.vip")}</b> : null}
      {row.client === null ? (
        number
      ) : (
        <span title={`${row.client.displayName} · ${number}`}>
          {row.client.displayName} <span className="faint">{number}</span>
        </span>
      )}
    </>
  );
};
