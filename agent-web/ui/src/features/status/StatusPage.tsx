import { useQuery } from "@tanstack/react-query";
import { Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import type { CentreStatus, Reason } from "../../contracts/rest";
import { reasonWords, wordsFor } from "../../i18n/i18n";
import { useNow } from "../../kit/useNow";
import { clock, secondsSince } from "../../shared/time";
import { useSession } from "../frame/session";
import { ListenButton } from "../supervision/ListenButton";
import { WaitingCallers } from "./WaitingCallers";

const LOOK_MS = 2_000;
const STALE_MS = 8_000;

/** The centre now: the PBX, the queues, the agents. At most two seconds old, and says so when it is older. */
export const StatusPage = () => {
  const { t } = useTranslation();
  const now = useNow();
  const { data: session } = useSession();
  const { data, dataUpdatedAt } = useQuery({
    queryKey: ["status"],
    queryFn: ({ signal }) => api.status(signal),
    refetchInterval: LOOK_MS,
    retry: false,
  });
  if (data === undefined) return <p className="faint">{t("session.loading")}</p>;
  const ageMs = now - dataUpdatedAt;
  const isUp = data.pbxLink === "up";
  return (
    <div className="scroll" data-testid="centre-status">
      <div className="row" style={{ marginBottom: 12 }}>
        <span>{t("centre.pbx")}:</span>
        <Tag color={isUp ? "green" : "red"} data-testid="pbx-link" data-link={data.pbxLink}>
          {t(isUp ? "centre.pbx.up" : "centre.pbx.down")}
        </Tag>
        {ageMs > STALE_MS ? (
          <b style={{ color: "var(--danger)" }} data-testid="status-stale">
            {t("centre.stale", { time: clock(ageMs / 1_000) })}
          </b>
        ) : null}
      </div>
      <div className="status-grid">
        <Queues queues={data.queues} />
        <Agents
          agents={data.agents}
          reasons={data.reasons}
          nowMs={now}
          mayListen={session?.role === "supervisor"}
        />
      </div>
      {session?.role === "supervisor" ? <WaitingCallers /> : null}
    </div>
  );
};

const Queues = ({ queues }: { queues: CentreStatus["queues"] }) => {
  const { t } = useTranslation();
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="id"
      dataSource={queues}
      data-testid="status-queues"
      columns={[
        { title: t("centre.queues"), render: (_, queue) => queue.name },
        {
          title: t("centre.waiting"),
          align: "right",
          render: (_, queue) => <b data-testid={`waiting-${queue.id}`}>{queue.waiting}</b>,
        },
        {
          title: t("centre.longestWait"),
          align: "right",
          render: (_, queue) => (queue.waiting === 0 ? "—" : clock(queue.longestWaitSeconds ?? 0)),
        },
        {
          title: t("centre.estimatedWait"),
          align: "right",
          render: (_, queue) => (
            <Estimate seconds={queue.estimatedWaitSeconds} error={queue.estimateErrorSeconds} />
          ),
        },
      ]}
    />
  );
};

const Estimate = ({ seconds, error }: { seconds: number | null; error: number | null }) => {
  const { t } = useTranslation();
  if (seconds === null) {
    return "—";
  }
  return error === null
    ? clock(seconds)
    : `${clock(seconds)} (${t("centre.estimateError", { error: clock(error) })})`;
};

interface AgentsProps {
  agents: CentreStatus["agents"];
  reasons: readonly Reason[];
  nowMs: number;
  mayListen: boolean;
}

const Agents = ({ agents, reasons, nowMs, mayListen }: AgentsProps) => {
  const { t } = useTranslation();
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="id"
      dataSource={agents}
      data-testid="status-agents"
      columns={[
        { title: t("centre.agents"), render: (_, agent) => agent.name },
        {
          title: t("centre.state"),
          render: (_, agent) => (
            <>
              <span style={{ color: colourOf(agent, reasons), fontWeight: 600 }}>
                {t(`status.${agent.status}`)}
                {agent.reason === null ? "" : ` · ${reasonWords(reasons, agent.reason)}`}
              </span>
              {agent.obstacle === null ? null : (
                <span className="soft" data-testid={`obstacle-${agent.id}`}>
                  {" · "}
                  {wordsFor("obstacle", agent.obstacle)}
                </span>
              )}
            </>
          ),
        },
        {
          title: t("centre.inState"),
          align: "right",
          render: (_, agent) =>
            agent.status === "signedOut" ? (
              "—"
            ) : (
              <TimeInState agent={agent} isOverLimit={isOver(agent.limitAt, nowMs)} nowMs={nowMs} />
            ),
        },
        {
          title: t("centre.occupancy"),
          align: "right",
          render: (_, agent) => (agent.status === "signedOut" ? "—" : `${agent.occupancyPercent}%`),
        },
        {
          title: t("centre.contacts"),
          align: "right",
          render: (_, agent) => agent.contactsToday,
        },
        ...(mayListen
          ? [
              {
                key: "listen",
                render: (_: unknown, agent: AgentStatusRow) =>
                  agent.talkId === null ? null : <ListenButton interactionId={agent.talkId} />,
              },
            ]
          : []),
      ]}
    />
  );
};

type AgentStatusRow = CentreStatus["agents"][number];

const TimeInState = ({
  agent,
  isOverLimit,
  nowMs,
}: {
  agent: AgentStatusRow;
  isOverLimit: boolean;
  nowMs: number;
}) => {
  const { t } = useTranslation();
  const time = clock(secondsSince(agent.since, nowMs));
  return isOverLimit ? (
    <b
      style={{ color: "var(--danger)" }}
      data-testid={`over-limit-${agent.id}`}
      title={t("status.overLimit")}
    >
      ⚠ {time}
    </b>
  ) : (
    time
  );
};

const isOver = (at: string | null, nowMs: number): boolean =>
  at !== null && nowMs >= Date.parse(at);

const colourOf = (agent: AgentStatusRow, reasons: readonly Reason[]): string => {
  const reason = reasons.find((known) => known.code === agent.reason);
  return reason === undefined ? `var(--state-${agent.status})` : reason.colour;
};
