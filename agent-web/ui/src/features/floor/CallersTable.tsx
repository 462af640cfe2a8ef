import { App, Button, Dropdown, Select, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { floorApi } from "../../connection/floorApi";
import { Problem } from "../../connection/restClient";
import type { FloorCaller } from "../../contracts/floor";
import { wordsIf } from "../../i18n/i18n";
import { phoneForPeople } from "../../shared/phone";
import { FigureCell } from "./cells";
import { useFloor } from "./floorStore";
import { inOrder } from "./model/figures";
import { usePreferences } from "./preferences";
import { useAct } from "./useAct";
import { useNames } from "./useNames";

/** What a supervisor may give by hand, besides what rules and flows say. */
const choices = [
  { points: 100, word: "first" },
  { points: 50, word: "higher" },
  { points: 0, word: "usual" },
  { points: -50, word: "lower" },
] as const;

/** Who waits, in the order in which they go; serving one of them sooner, elsewhere, or not at all. */
export const CallersTable = ({ height }: { height: number }) => {
  const { t } = useTranslation();
  const floor = useFloor();
  const { thresholds, filters } = usePreferences();
  const names = useNames();
  const [chosen, setChosen] = useState<string[]>([]);
  const act = useAct();
  const callers = inOrder(floor.callers.values(), floor.queues).filter(
    ({ queueId }) => filters.queues.length === 0 || filters.queues.includes(queueId),
  );
  const here = chosen.filter((id) => floor.callers.has(id));

  const move = async (queue: string | null): Promise<void> => {
    await act(() => floorApi.moveCallers(here, queue));
    setChosen([]);
  };

  return (
    <>
      <div className="floor-acts">
        <Dropdown
          disabled={here.length === 0}
          menu={{
            items: [
              ...[...floor.queues.values()].map(({ id, setUp }) => ({
                key: id,
                label: t("floor.moveTo", { queue: setUp.name }),
              })),
              { type: "divider" as const },
              { key: "", label: t("floor.letGo"), danger: true },
            ],
            onClick: ({ key }) => void move(key === "" ? null : key),
          }}
        >
          <Button size="small" data-testid="callers-move">
            {t("floor.takeOut", { count: here.length })}
          </Button>
        </Dropdown>
      </div>
      <Table<FloorCaller>
        virtual
        size="small"
        className="dense"
        pagination={false}
        rowKey="interactionId"
        dataSource={callers}
        scroll={{ x: 900, y: height - 36 }}
        data-testid="waiting-callers"
        locale={{ emptyText: t("centre.nobodyWaits") }}
        rowSelection={{
          columnWidth: 36,
          selectedRowKeys: here,
          onChange: (keys) => setChosen(keys.map(String)),
        }}
        columns={[
          {
            title: t("centre.callers"),
            width: 320,
            render: (_, caller) => <Who caller={caller} />,
          },
          {
            title: t("centre.queue"),
            width: 180,
            render: (_, { queueId }) => names.queue(queueId),
          },
          {
            title: t("centre.waits"),
            width: 90,
            align: "right",
            render: (_, caller) => (
              <FigureCell
                code="longest-wait"
                unit="seconds"
                thresholds={thresholds}
                value={(now) => Math.max(0, (now - Date.parse(caller.since)) / 1_000)}
              />
            ),
          },
          { title: t("centre.priority"), width: 100, align: "right", dataIndex: "priority" },
          {
            title: t("centre.byHand"),
            width: 170,
            render: (_, caller) => <Points caller={caller} />,
          },
        ]}
      />
    </>
  );
};

const Who = ({ caller }: { caller: FloorCaller }) => {
  const { t } = useTranslation();
  const number =
    caller.number === null || caller.number.kind === "anonymous"
      ? t("call.anonymous")
      : phoneForPeople(caller.number.shown);
  return (
    <span data-sequence={caller.sequence}>
      {caller.client === null ? number : `${caller.client.displayName} · ${number}`}{" "}
      {caller.client?.isVip ? <Tag color="gold">{t("call.vip")}</Tag> : null}
      {caller.kind === "call" ? null : <Tag color="blue">{t(`call.kind.${caller.kind}`)}</Tag>}
    </span>
  );
};

const Points = ({ caller }: { caller: FloorCaller }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();

  const give = async (points: number): Promise<void> => {
    try {
      await api.givePriority(caller.interactionId, points);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      message.error(wordsIf("centre.fault", error.code) ?? t("centre.fault.other"));
    }
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
