import { useQuery } from "@tanstack/react-query";
import { Alert, App, Button, Popconfirm, Table } from "antd";
import { useTranslation } from "react-i18next";
import { systemsApi } from "../../../connection/systemsApi";
import type { DeadLetter, Redelivery, WebHook } from "../../../contracts/systems";
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

  const againOf = ({ sequence }: DeadLetter): Redelivery | undefined =>
    data?.redelivered.find((sent) => sent.sequence === sequence && sent.failure !== null);

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
      {data === undefined || data.forgottenAt === null ? null : (
        <Alert
          type="warning"
          showIcon
          data-testid="letters-forgotten"
          title={t("systems.forgotten", {
            total: data.forgotten,
            at: new Date(data.forgottenAt).toLocaleString(),
          })}
        />
      )}
      <Taken redelivered={data?.redelivered ?? []} />
      <Table<DeadLetter>
        size="small"
        rowKey="sequence"
        dataSource={data?.items ?? []}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        columns={[
          { title: "№", dataIndex: "sequence" },
          { title: t("systems.event"), dataIndex: "type" },
          {
            title: t("systems.why"),
            render: (_, letter) => <Why letter={letter} again={againOf(letter)} />,
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

/** Why it lies here, and what came of sending it again. */
const Why = ({ letter, again }: { letter: DeadLetter; again: Redelivery | undefined }) => {
  const { t } = useTranslation();
  if (letter.isWantedAgain) return t("systems.wanted");
  if (again === undefined) return letter.failure;
  const at = new Date(again.at).toLocaleString();
  return (
    <span data-testid="failed-again">
      {t("systems.failedAgain", { failure: again.failure, at })}
    </span>
  );
};

const TAKEN_SHOWN = 5;

/** What was taken when it was sent again: it lies here no more. */
const Taken = ({ redelivered }: { redelivered: readonly Redelivery[] }) => {
  const { t } = useTranslation();
  const taken = redelivered.filter(({ failure }) => failure === null);
  return taken.length === 0 ? null : (
    <ul className="letters-taken" data-testid="letters-taken">
      {taken.slice(0, TAKEN_SHOWN).map(({ sequence, type, at }) => (
        <li key={sequence}>
          {t("systems.taken", { sequence, type, at: new Date(at).toLocaleString() })}
        </li>
      ))}
      {taken.length > TAKEN_SHOWN ? (
        <li className="faint">{t("systems.takenMore", { total: taken.length - TAKEN_SHOWN })}</li>
      ) : null}
    </ul>
  );
};
