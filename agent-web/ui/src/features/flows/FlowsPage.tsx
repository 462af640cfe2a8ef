import { App, Button, Space, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { Problem } from "../../connection/restClient";
import { rulesApi } from "../../connection/rulesApi";
import type { FlowRule } from "../../contracts/flows";
import type { RuleChange } from "../../contracts/rules";
import { moment } from "../../shared/time";
import { FlowStateTag } from "./FlowStateTag";
import { flowsOf, useLastChanges, useRules, useRulesAgain } from "./flowQueries";
import { stateOf } from "./model/state";
import { type FlowUse, usesOf } from "./model/usage";
import { NewFlowDialog } from "./NewFlowDialog";
import { authorOf, failureWords } from "./words";
import "./flows.css";

/** All flows: their state, who changed them last, who leads callers into them. */
export const FlowsPage = () => {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const { data: rules, isError, refetch } = useRules();
  const { data: changes = [] } = useLastChanges();
  const readAgain = useRulesAgain();
  const [dialog, setDialog] = useState<{ copied: FlowRule | null } | null>(null);
  const flows = flowsOf(rules);

  const remove = async (flow: FlowRule): Promise<void> => {
    try {
      await rulesApi.remove("flow", flow.id, null);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      message.error(failureWords(error));
    }
    await readAgain();
  };
  const askToRemove = (flow: FlowRule): void => {
    modal.confirm({
      title: t("flows.removeAsk", { name: flow.name }),
      content: t("flows.removeText"),
      okText: t("flows.remove"),
      okButtonProps: { danger: true, "data-testid": "flow-remove-yes" },
      cancelText: t("flows.cancel"),
      onOk: () => remove(flow),
    });
  };

  return (
    <div className="fill" data-testid="flows">
      <div className="row flows-head">
        <h2 className="grow">{t("flows.title")}</h2>
        <Button type="primary" data-testid="flow-new" onClick={() => setDialog({ copied: null })}>
          {t("flows.new")}
        </Button>
      </div>
      {isError ? (
        <p className="soft" data-testid="flows-failed">
          {t("flows.loadFailed")}{" "}
          <Button size="small" onClick={() => void refetch()}>
            {t("history.retry")}
          </Button>
        </p>
      ) : null}
      <div className="scroll">
        <Table<FlowRule>
          size="small"
          pagination={false}
          rowKey="id"
          dataSource={flows}
          loading={rules === undefined && !isError}
          locale={{ emptyText: t("flows.empty") }}
          onRow={(flow) => ({ "data-testid": `flow-row-${flow.id}` }) as object}
          columns={[
            { title: t("flows.name"), render: (_, flow) => <FlowName flow={flow} /> },
            {
              title: t("flows.state"),
              width: 210,
              render: (_, flow) => <FlowStateTag state={stateOf(flow)} />,
            },
            {
              title: t("flows.changed"),
              width: 220,
              render: (_, flow) => <LastChange changes={changes} id={flow.id} />,
            },
            {
              title: t("flows.usedBy"),
              width: 260,
              render: (_, flow) => (rules ? <Uses uses={usesOf(rules, flow.id)} /> : null),
            },
            {
              width: 220,
              align: "right",
              render: (_, flow) => (
                <Space size={4}>
                  <Button
                    size="small"
                    data-testid={`flow-copy-${flow.id}`}
                    onClick={() => setDialog({ copied: flow })}
                  >
                    {t("flows.copy")}
                  </Button>
                  <Button
                    size="small"
                    danger
                    data-testid={`flow-remove-${flow.id}`}
                    onClick={() => askToRemove(flow)}
                  >
                    {t("flows.remove")}
                  </Button>
                </Space>
              ),
            },
          ]}
        />
      </div>
      {dialog === null ? null : (
        <NewFlowDialog flows={flows} copied={dialog.copied} onClose={() => setDialog(null)} />
      )}
    </div>
  );
};

const FlowName = ({ flow }: { flow: FlowRule }) => (
  <Link to={flow.id} className="flows-name" data-testid={`flow-open-${flow.id}`}>
    {flow.name || flow.id}
    {flow.name === "" ? null : <small className="faint clip">{flow.id}</small>}
  </Link>
);

const LastChange = ({ changes, id }: { changes: RuleChange[]; id: string }) => {
  const last = changes.find((change) => change.id === id);
  return last === undefined ? (
    <span className="faint">—</span>
  ) : (
    <span>
      {moment(last.at)} · {authorOf(last)}
    </span>
  );
};

const Uses = ({ uses }: { uses: FlowUse[] }) => {
  const { t } = useTranslation();
  if (uses.length === 0) return <span className="faint">{t("flows.unused")}</span>;
  return (
    <Space size={4} wrap>
      {uses.map((use) => (
        <Tag key={`${use.kind} ${use.id}`}>{use.kind === "number" ? use.id : use.name}</Tag>
      ))}
    </Space>
  );
};
