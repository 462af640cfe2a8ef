import { useQuery } from "@tanstack/react-query";
import { App, Button, Popconfirm, Table } from "antd";
import { useTranslation } from "react-i18next";
import { systemsApi } from "../../../connection/systemsApi";
import type { DeadLetter, WebHook } from "../../../contracts/systems";
import { failureWords } from "./failureWords";

const LOOK_MS = 3_000;

/** What a web hook did not take: delivered again, or forgotten. */
export const DeadLetters = ({ hook, onChanged }: { hook: WebHook; onChanged(): void }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { data, refetch } = useQuery({
    queryKey: ["dead-letters", hook.id],
    queryFn: ({ signal }) => systemsApi.deadLetters(hook.id, signal),
    refetchInterval: LOOK_MS,
  });

  const act = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      void message.error(failureWords(error));
    }
    await refetch();
    onChanged();
  };

  return (
    <div data-testid="dead-letters">
      <p className="row">
        <span className="soft grow">{t("systems.letterHint")}</span>
        <Button
          size="small"
          data-testid="redeliver-all"
          onClick={() => void act(systemsApi.redeliver(hook.id, null))}
        >
          {t("systems.redeliverAll")}
        </Button>
        <Popconfirm
          title={t("systems.dropQuestion")}
          okText={t("systems.dropAll")}
          onConfirm={() => void act(systemsApi.drop(hook.id, null))}
        >
          <Button size="small" danger>
            {t("systems.dropAll")}
          </Button>
        </Popconfirm>
      </p>
      <Table<DeadLetter>
        size="small"
        rowKey="sequence"
        dataSource={data ?? []}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        columns={[
          { title: "№", dataIndex: "sequence" },
          { title: t("systems.event"), dataIndex: "type" },
          {
            title: t("systems.why"),
            render: (_, letter) => (letter.isWantedAgain ? t("systems.wanted") : letter.failure),
          },
          {
            title: t("systems.when"),
            render: (_, letter) => new Date(letter.failedAt).toLocaleString(),
          },
          {
            render: (_, letter) => (
              <span className="row">
                <Button
                  size="small"
                  data-testid="redeliver"
                  onClick={() => void act(systemsApi.redeliver(hook.id, letter.subjectId))}
                >
                  {t("systems.redeliver")}
                </Button>
                <Popconfirm
                  title={t("systems.dropQuestion")}
                  okText={t("systems.drop")}
                  onConfirm={() => void act(systemsApi.drop(hook.id, letter.subjectId))}
                >
                  <Button size="small" danger>
                    {t("systems.drop")}
                  </Button>
                </Popconfirm>
              </span>
            ),
          },
        ]}
      />
    </div>
  );
};
