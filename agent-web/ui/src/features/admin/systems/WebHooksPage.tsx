import { useQuery } from "@tanstack/react-query";
import { App, Button, Popconfirm, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { systemsApi } from "../../../connection/systemsApi";
import type { WebHook, WebHookChange } from "../../../contracts/systems";
import { useAdmin } from "../core/adminContext";
import { DeadLetters } from "./DeadLetters";
import { failureWords } from "./failureWords";
import { ShownOnce } from "./ShownOnce";
import { SystemsFrame } from "./SystemsFrame";
import { WebHookForm } from "./WebHookForm";

const LOOK_MS = 5_000;

/** Where events are delivered, how that goes, and what was not taken. */
export const WebHooksPage = () => {
  const { t } = useTranslation();
  const { isReadOnly } = useAdmin();
  const { message } = App.useApp();
  const { data, isError, refetch } = useQuery({
    queryKey: ["web-hooks"],
    queryFn: ({ signal }) => systemsApi.hooks(signal),
    refetchInterval: LOOK_MS,
    enabled: !isReadOnly,
  });
  const [edited, setEdited] = useState<WebHook | "new" | null>(null);
  const [shown, setShown] = useState<string | null>(null);

  const act = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      void message.error(failureWords(error));
    }
    await refetch();
  };
  const handleSave = (change: WebHookChange): Promise<void> =>
    act(async () => {
      const saved =
        edited === "new" || edited === null
          ? await systemsApi.addHook(change)
          : await systemsApi.changeHook(edited.id, change);
      setShown(saved.secret);
      setEdited(null);
    });
  const handleTest = (hook: WebHook): Promise<void> =>
    act(async () => {
      const { failure } = await systemsApi.testHook(hook.id);
      if (failure === null) void message.success(t("systems.testTaken"));
      else void message.error(t("systems.testFailed", { failure }));
    });

  return (
    <SystemsFrame
      testId="kind-web-hooks"
      title={t("admin.webHooks")}
      about={t("systems.aboutHooks")}
      isError={isError}
      onRetry={() => void refetch()}
      action={
        isReadOnly ? null : (
          <Button
            type="primary"
            size="small"
            data-testid="new-item"
            onClick={() => setEdited("new")}
          >
            + {t("systems.newHook")}
          </Button>
        )
      }
    >
      <Table<WebHook>
        size="small"
        rowKey="id"
        dataSource={data?.items ?? []}
        pagination={false}
        locale={{ emptyText: t("systems.noHooks") }}
        onRow={({ id }) => ({ "data-testid": "web-hook", "data-id": id }) as object}
        expandable={{
          rowExpandable: (hook) => hook.deadLetters > 0,
          expandedRowRender: (hook) => <DeadLetters hook={hook} onChanged={() => void refetch()} />,
        }}
        columns={[
          {
            title: t("systems.name"),
            render: (_, hook) => (
              <>
                {hook.name} {hook.isEnabled ? null : <Tag>{t("systems.disabled")}</Tag>}
              </>
            ),
          },
          { title: t("systems.address"), dataIndex: "url", className: "systems-url" },
          {
            title: t("systems.types"),
            render: (_, hook) =>
              hook.types.length === data?.types.length
                ? t("systems.allTypes")
                : `${hook.types.length} / ${data?.types.length ?? 0}`,
          },
          { title: t("systems.state"), render: (_, hook) => <StateOf hook={hook} /> },
          {
            render: (_, hook) => (
              <span className="row">
                <Button size="small" data-testid="test" onClick={() => void handleTest(hook)}>
                  {t("systems.test")}
                </Button>
                <Button size="small" data-testid="edit" onClick={() => setEdited(hook)}>
                  {t("systems.edit")}
                </Button>
                <Popconfirm
                  title={t("systems.removeQuestion", { name: hook.name })}
                  okText={t("systems.remove")}
                  onConfirm={() => void act(() => systemsApi.removeHook(hook.id))}
                >
                  <Button size="small" danger>
                    {t("systems.remove")}
                  </Button>
                </Popconfirm>
              </span>
            ),
          },
        ]}
      />
      {edited === null ? null : (
        <WebHookForm
          hook={edited === "new" ? null : edited}
          types={data?.types ?? []}
          onSave={handleSave}
          onCancel={() => setEdited(null)}
        />
      )}
      {shown === null ? null : (
        <ShownOnce words={t("systems.secretOnce")} secret={shown} onClose={() => setShown(null)} />
      )}
    </SystemsFrame>
  );
};

const StateOf = ({ hook }: { hook: WebHook }) => {
  const { t } = useTranslation();
  const { attempts, failure } = hook;
  return (
    <>
      {attempts > 0 && failure !== null ? (
        <Tag color="orange">{t("systems.failing", { attempts, failure })}</Tag>
      ) : (
        <Tag color={hook.behind > 0 ? "blue" : "green"}>
          {t(hook.behind > 0 ? "systems.behind" : "systems.upToDate")}
        </Tag>
      )}
      {hook.deadLetters > 0 ? (
        <Tag color="red">{t("systems.deadLetters", { total: hook.deadLetters })}</Tag>
      ) : null}
    </>
  );
};
