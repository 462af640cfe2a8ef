import { useTranslation } from "react-i18next";
import type { FloorAgent } from "../../contracts/floor";
import type { Reason } from "../../contracts/rest";
import { reasonWords, wordsFor, wordsIf } from "../../i18n/i18n";
import { useNow } from "../../kit/useNow";
import { phoneForPeople } from "../../shared/phone";
import { clock } from "../../shared/time";
import { figureText } from "../figures/definitions";
import { useFloor } from "./floorStore";
import { levelOf, type Thresholds } from "./model/thresholds";

interface FigureCellProps {
  code: string;
  unit: string | undefined;
  thresholds: Thresholds;
  /** Reckoned anew with every tick; the argument is the server's clock. */
  value: (now: number) => number | null;
  testId?: string;
}

/** A figure that runs, coloured by its threshold. */
export const FigureCell = ({ code, unit, thresholds, value, testId }: FigureCellProps) => {
  const ahead = useFloor((floor) => floor.clockAheadMs);
  const figure = value(useNow() + ahead);
  return (
    <span
      className="floor-figure"
      data-level={levelOf(thresholds, code, figure) ?? undefined}
      data-testid={testId}
    >
      {figureText(figure, unit)}
    </span>
  );
};

export const StateCell = ({
  agent,
  reasons,
}: {
  agent: FloorAgent;
  reasons: readonly Reason[];
}) => {
  const { t } = useTranslation();
  const { status, reason, obstacle, nextReason } = agent.state;
  const colour = reasons.find((known) => known.code === reason)?.colour;
  return (
    <>
      <i className="floor-dot" style={{ background: colour ?? `var(--state-${status})` }} />
      <span style={{ color: colour ?? `var(--state-${status})`, fontWeight: 600 }}>
        {t(`status.${status}`)}
        {reason === null ? "" : ` · ${reasonWords(reasons, reason)}`}
      </span>
      {nextReason === undefined ? null : (
        <span className="soft">
          {" · "}
          {t("status.after", { state: reasonWords(reasons, nextReason) })}
        </span>
      )}
      {obstacle === undefined ? null : (
        <span className="soft" data-testid={`obstacle-${agent.id}`}>
          {" · "}
          {wordsFor("obstacle", obstacle)}
        </span>
      )}
    </>
  );
};

/** How long he is in his state; it says so when the rules allow less. */
export const TimeInState = ({
  agent,
  thresholds,
}: {
  agent: FloorAgent;
  thresholds: Thresholds;
}) => {
  const { t } = useTranslation();
  const now = useNow() + useFloor((floor) => floor.clockAheadMs);
  const { status, since, limitAt } = agent.state;
  if (status === "signedOut") return <>—</>;
  const seconds = (now - Date.parse(since)) / 1_000;
  const isOver = limitAt !== undefined && now >= Date.parse(limitAt);
  const isJudged = status !== "ready";
  const level = isOver ? "alarm" : isJudged ? levelOf(thresholds, "time-in-state", seconds) : null;
  return (
    <span
      className="floor-figure"
      data-level={level ?? undefined}
      data-testid={isOver ? `over-limit-${agent.id}` : undefined}
      title={isOver ? t("status.overLimit") : undefined}
    >
      {isOver ? "⚠ " : ""}
      {clock(seconds)}
    </span>
  );
};

export const CallCell = ({ agent }: { agent: FloorAgent }) => {
  const { t } = useTranslation();
  const queues = useFloor((floor) => floor.queues);
  const call = agent.state.call;
  if (call === undefined) return null;
  const number =
    call.number === undefined
      ? null
      : call.number.kind === "anonymous"
        ? t("call.anonymous")
        : phoneForPeople(call.number.shown);
  const parts = [
    call.client?.displayName,
    number,
    queues.get(call.queueId)?.setUp.name ?? call.queueId,
    wordsIf("call", call.stage) ?? call.stage,
  ];
  const text = parts.filter(Boolean).join(" · ");
  return (
    <span data-testid={`call-${agent.id}`} data-stage={call.stage} title={text}>
      {text}
    </span>
  );
};
