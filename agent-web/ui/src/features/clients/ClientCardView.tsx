import { Table, Tag } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CaseSummary, ClientCard } from "../../contracts/rest";
import type { Language } from "../../contracts/shared";
import { useDesk } from "../../desk/deskStore";
import { wordsFor } from "../../i18n/i18n";
import { kebab } from "../../shared/kebab";
import { phoneForPeople } from "../../shared/phone";
import { moment } from "../../shared/time";
import { CallNumberButton } from "../dial/CallNumberButton";
import { useDeskOptions } from "../frame/deskOptions";
import { HistoryTable } from "../history/HistoryTable";
import { PlayerDock } from "../history/PlayerDock";
import { usePlayer } from "../history/usePlayer";
import { topicName } from "../wrapUp/topicGroups";

/** A client at a glance: who he is, his cases, his interactions with their recordings. */
export const ClientCardView = ({ card }: { card: ClientCard }) => {
  const { t } = useTranslation();
  const player = usePlayer();
  return (
    <div className="fill" data-testid="client-card" data-client={card.id}>
      <div className="scroll">
        <h2 style={{ margin: "2px 0 4px", fontSize: 19 }}>
          {card.displayName}{" "}
          {card.isVip ? (
            <Tag color="gold" style={{ fontWeight: 700 }}>
              {t("call.vip")}
            </Tag>
          ) : null}
        </h2>
        <dl className="facts">
          <Fact name={t("client.greeting")} value={card.greetingName} />
          <Fact name={t("client.numbers")} value={<Numbers numbers={card.numbers} />} />
          <Fact name={t("call.manager")} value={card.personalManager ?? "—"} />
          <Fact name={t("client.kind")} value={t(`call.${card.kind}`)} />
        </dl>
        <h3 className="panel-title">{t("client.cases")}</h3>
        <Cases cases={card.cases} />
        <h3 className="panel-title">{t("client.history")}</h3>
        <HistoryTable
          rows={card.history}
          columns={["at", "agent", "talk", "ending", "result", "recording"]}
          emptyText={t("client.noHistory")}
          player={player}
        />
      </div>
      <PlayerDock player={player} />
    </div>
  );
};

/** Each can be called. */
const Numbers = ({ numbers }: { numbers: string[] }) => (
  <div className="client-numbers">
    {numbers.map((number) => (
      <span key={number}>
        {phoneForPeople(number)} <CallNumberButton number={number} />
      </span>
    ))}
  </div>
);

const Fact = ({ name, value }: { name: string; value: ReactNode }) => (
  <div>
    <dt className="faint">{name}</dt>
    <dd className="clip" title={typeof value === "string" ? value : undefined}>
      {value}
    </dd>
  </div>
);

const Cases = ({ cases }: { cases: CaseSummary[] }) => {
  const { t, i18n } = useTranslation();
  const { topics } = useDeskOptions();
  const inHand = useDesk((state) => state.desk.call?.interactionId ?? null);
  if (cases.length === 0) return <p className="faint">{t("client.noCases")}</p>;
  return (
    <Table<CaseSummary>
      size="small"
      className="dense"
      pagination={false}
      rowKey="caseId"
      dataSource={cases}
      data-testid="client-cases"
      tableLayout="fixed"
      columns={[
        { title: "№", width: 76, render: (_, row) => row.number },
        { title: t("case.openedAt"), width: 108, render: (_, row) => moment(row.openedAt) },
        {
          title: t("case.status"),
          width: 108,
          ellipsis: true,
          render: (_, row) =>
            inHand !== null && row.interactionIds.includes(inHand)
              ? t("case.current")
              : wordsFor("case.status", kebab(row.status)),
        },
        {
          title: t("wrapUp.topic"),
          ellipsis: true,
          render: (_, row) =>
            row.topic === null ? "—" : topicName(topics, i18n.language as Language, row.topic),
        },
        {
          title: t("wrapUp.result"),
          width: 140,
          ellipsis: true,
          render: (_, row) => (row.result === null ? "—" : wordsFor("result", row.result)),
        },
        { title: t("wrapUp.note"), ellipsis: true, render: (_, row) => row.note },
      ]}
    />
  );
};
