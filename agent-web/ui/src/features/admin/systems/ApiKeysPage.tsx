import { useQuery } from "@tanstack/react-query";
import { App, Button, Popconfirm, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { systemsApi } from "../../../connection/systemsApi";
import type { ApiKey, NewApiKey } from "../../../contracts/systems";
import { wordsFor } from "../../../i18n/i18n";
import { useAdmin } from "../core/adminContext";
import { ApiKeyForm } from "./ApiKeyForm";
import { failureWords } from "./failureWords";
import { ShownOnce } from "./ShownOnce";
import { SystemsFrame } from "./SystemsFrame";

const LOOK_MS = 15_000;

/** Keys of other systems: made, shown once, revoked. */
export const ApiKeysPage = () => {
  const { t } = useTranslation();
  const { isReadOnly } = useAdmin();
  const { message } = App.useApp();
  const { data, isError, refetch } = useQuery({
    queryKey: ["api-keys"],
    queryFn: ({ signal }) => systemsApi.keys(signal),
    refetchInterval: LOOK_MS,
    enabled: !isReadOnly,
  });
  const [isNew, setNew] = useState(false);
  const [shown, setShown] = useState<string | null>(null);

  const handleCreate = async (wish: NewApiKey): Promise<void> => {
    try {
      setShown((await systemsApi.addKey(wish)).key);
      setNew(false);
      await refetch();
    } catch (error) {
      void message.error(failureWords(error));
    }
  };
  const handleRevoke = async (key: ApiKey): Promise<void> => {
    try {
      await systemsApi.revokeKey(key.id);
    } catch (error) {
      void message.error(failureWords(error));
    }
    await refetch();
  };

  return (
    <SystemsFrame
      testId="kind-api-keys"
      title={t("admin.apiKeys")}
      about={t("systems.aboutKeys")}
      isError={isError}
      onRetry={() => void refetch()}
      action={
        isReadOnly ? null : (
          <Button type="primary" size="small" data-testid="new-item" onClick={() => setNew(true)}>
            + {t("systems.newKey")}
          </Button>
        )
      }
    >
      <Table<ApiKey>
        size="small"
        rowKey="id"
        dataSource={data?.items ?? []}
        pagination={false}
        locale={{ emptyText: t("systems.noKeys") }}
        onRow={({ id }) => ({ "data-testid": "api-key", "data-id": id }) as object}
        columns={[
          { title: t("systems.name"), render: (_, key) => <NameOf apiKey={key} /> },
          {
            title: t("systems.scopes"),
            render: (_, key) => key.scopes.map((scope) => wordsFor("apiScope", scope)).join(", "),
          },
          { title: t("systems.perMinute"), dataIndex: "requestsPerMinute" },
          {
            title: t("systems.expires"),
            render: (_, key) => dayOf(key.expiresAt) ?? t("systems.never"),
          },
          { title: t("systems.created"), render: (_, key) => dayOf(key.createdAt) },
          {
            title: t("systems.lastUsed"),
            render: (_, key) => momentOf(key.lastUsedAt) ?? t("systems.notUsed"),
          },
          {
            render: (_, key) =>
              key.revokedAt !== null ? null : (
                <Popconfirm
                  title={t("systems.revokeQuestion", { name: key.name })}
                  okText={t("systems.revoke")}
                  onConfirm={() => void handleRevoke(key)}
                >
                  <Button size="small" danger data-testid="revoke">
                    {t("systems.revoke")}
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      {isNew ? (
        <ApiKeyForm
          scopes={data?.scopes ?? []}
          onCreate={handleCreate}
          onCancel={() => setNew(false)}
        />
      ) : null}
      {shown === null ? null : (
        <ShownOnce words={t("systems.keyOnce")} secret={shown} onClose={() => setShown(null)} />
      )}
    </SystemsFrame>
  );
};

const NameOf = ({ apiKey }: { apiKey: ApiKey }) => {
  const { t } = useTranslation();
  const isOver = apiKey.expiresAt !== null && new Date(apiKey.expiresAt) <= new Date();
  return (
    <>
      {apiKey.name}{" "}
      {apiKey.revokedAt !== null ? <Tag color="red">{t("systems.revoked")}</Tag> : null}
      {apiKey.revokedAt === null && isOver ? <Tag>{t("systems.expired")}</Tag> : null}
    </>
  );
};

const dayOf = (at: string | null): string | null =>
  at === null ? null : new Date(at).toLocaleDateString();

const momentOf = (at: string | null): string | null =>
  at === null ? null : new Date(at).toLocaleString();
