import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import type { HistoryRow, RoutingDecision, TimelineEntry } from "../../contracts/rest";
import { wordsFor } from "../../i18n/i18n";
import { kebab } from "../../shared/kebab";
import { clock } from "../../shared/time";

/** What happened in an interaction, with the time from its first ring, and why this agent got it. */
export const Timeline = ({ interactionId }: { interactionId: string }) => {
  const { t } = useTranslation();
  const { data, isError } = useQuery({
    queryKey: ["history-detail", interactionId],
    queryFn: ({ signal }) => api.historyDetail(interactionId, signal),
  });
  if (isError) return <span className="soft">{t("history.loadFailed")}</span>;
  if (data === undefined) return <span className="faint">{t("session.loading")}</span>;
  return (
    <div data-testid="timeline">
      {data.decision === null ? null : <Decision decision={data.decision} />}
      <ol className="timeline">
        {data.timeline.map((entry) => (
          <li key={`${entry.at}${entry.kind}`}>
            <span className="faint">
              {clock((Date.parse(entry.at) - Date.parse(data.arrivedAt)) / 1_000)}
            </span>
            <span>{wordsFor("timeline", entry.kind)}</span>
            <span className="soft clip">{moreWords(entry, data)}</span>
          </li>
        ))}
      </ol>
      {data.note === "" ? null : <p className="timeline-note">{data.note}</p>}
    </div>
  );
};

const Decision = ({ decision }: { decision: RoutingDecision }) => {
  const { t } = useTranslation();
  const { strategy, skill, candidates, idleSeconds, runnerUpIdleSeconds } = decision;
  return (
    <p className="timeline-decision" data-testid="decision" data-strategy={strategy}>
      <b>{t("decision.why")}</b> {wordsFor("decision", strategy)}: {clock(idleSeconds)}
      {runnerUpIdleSeconds === null
        ? ""
        : ` (${t("decision.runnerUp", { time: clock(runnerUpIdleSeconds) })})`}
      {" · "}
      {t("decision.candidates", { count: candidates, skill })}
    </p>
  );
};

/** What an event says beyond its name, as far as it is for people. */
const moreWords = ({ agentName, detail }: TimelineEntry, row: HistoryRow): string => {
  const ending =
    typeof detail.ending === "string" ? wordsFor("ending", kebab(detail.ending)) : null;
  const reason = typeof detail.reason === "string" ? detail.reason : null;
  const queue = detail.queue === row.queueId ? row.queueName : detail.queue;
  return [agentName, ending, queue, reason].filter((part) => typeof part === "string").join(" · ");
};
