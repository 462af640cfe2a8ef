import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Select, Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { Problem } from "../../connection/restClient";
import type { WaitingCaller } from "../../contracts/rest";
import { wordsIf } from "../../i18n/i18n";
import { useNow } from "../../kit/useNow";
import { phoneForPeople } from "../../shared/phone";
import { clock, secondsSince } from "../../shared/time";

const LOOK_MS = 2_000;
const queryKey = ["waiting"];

/** What a supervisor may give by hand, besides what rules and flows say. */
const choices = [
  { points: 100, word: "first" },
  { points: 50, word: "higher" },
  { points: 0, word: "usual" },
  { points: -50, word: "lower" },
] as const;

/** Who waits, in the order in which they go, and serving one of them sooner. */
export const WaitingCallers = () => {
  const { t } = useTranslation();
  const now = useNow();
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.waiting(signal),
    refetchInterval: LOOK_MS,
    retry: false,
  });
  return (
    <Table
      size="small"
      style={{ marginTop: 16 }}
      pagination={{ pageSize: 20, hideOnSinglePage: true, size: "small" }}
      rowKey="interactionId"
      dataSource={data ?? []}
      data-testid="waiting-callers"
      locale={{ emptyText: t("centre.nobodyWaits") }}
      columns={[
        { title: t("centre.callers"), render: (_, caller) => <Who caller={caller} /> },
        { title: t("centre.queue"), render: (_, caller) => caller.queueName },
        {
          title: t("centre.waits"),
          align: "right",
          render: (_, caller) => clock(secondsSince(caller.since, now)),
        },
        { title: t("centre.priority"), align: "right", render: (_, caller) => caller.priority },
        {
          title: t("centre.byHand"),
          render: (_, caller) => <Points caller={caller} />,
        },
      ]}
    />
  );
};

const Who = ({ caller }: { caller: WaitingCaller }) => {
  const { t } = useTranslation();
  const number =
    caller.number.kind === "anonymous" ? t("call.anonymous") : phoneForPeople(caller.number.shown);
  return (
    <>
      {caller.client === null ? number : `${caller.client.displayName} · ${number}`}{" "}
      {caller.client?.isVip ? <Tag color="gold">{t("call.vip")}</Tag> : null}
      {caller.kind === "call" ? null : <Tag color="blue">{t(`call.kind.${caller.kind}`)}</Tag>}
    </>
  );
};

const Points = ({ caller }: { caller: WaitingCaller }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();

  const give = async (points: number): Promise<void> => {
    try {
      await api.givePriority(caller.interactionId, points);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      message.error(wordsIf("centre.fault", error.code) ?? t("centre.fault.other"));
    }
    await queries.invalidateQueries({ queryKey });
  };

  return (
    <Select<number>
      size="small"
      style={{ minWidth: 130 }}
      aria-label={t("centre.byHand")}
      data-testid={`priority-${caller.interactionId}`}
      value={caller.pointsGiven}
      options={choices.map(({ points, word }) => ({
        value: points,
        label: t(`centre.points.${word}`),
      }))}
      onChange={(points) => void give(points)}
    />
  );
};
