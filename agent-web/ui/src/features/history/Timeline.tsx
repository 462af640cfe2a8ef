import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { rulesApi } from "../../connection/rulesApi";
import type { HistoryRow } from "../../contracts/rest";
import { clock } from "../../shared/time";
import { useSession } from "../frame/session";
import { Decision } from "./Decision";
import { happeningDetails, happeningWords, type RuleName, transcriptOf } from "./happening";

/** What happened in an interaction, with the time from its first ring, and why this agent got it. */
export const Timeline = ({ interactionId }: { interactionId: string }) => {
  const { t } = useTranslation();
  const { data, isError } = useQuery({
    queryKey: ["history-detail", interactionId],
    queryFn: ({ signal }) => api.historyDetail(interactionId, signal),
  });
  const nameOf = useRuleNames(data);
  if (isError) return <span className="soft">{t("history.loadFailed")}</span>;
  if (data === undefined) return <span className="faint">{t("session.loading")}</span>;
  return (
    <div data-testid="timeline">
      {data.decision === null ? null : (
        <Decision decision={data.decision} chosen={data.agentName} />
      )}
      <ol className="timeline">
        {data.timeline.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what has happened stays in its place
          <li key={place}>
            <span className="faint">
              {clock((Date.parse(entry.at) - Date.parse(data.arrivedAt)) / 1_000)}
            </span>
            <span>{happeningWords(entry)}</span>
            <span className="soft">
              {happeningDetails(entry, nameOf)}
              <Transcript text={transcriptOf(entry)} />
            </span>
          </li>
        ))}
      </ol>
      {data.note === "" ? null : <p className="timeline-note">{data.note}</p>}
    </div>
  );
};

const Transcript = ({ text }: { text: string | null }) => {
  const { t } = useTranslation();
  return text === null ? null : (
    <details data-testid="transcript">
      <summary>{t("history.transcript")}</summary>
      <p className="timeline-note">{text}</p>
    </details>
  );
};

/** The names of queues and flows, as far as the reader may know them: rules are the office's. */
const useRuleNames = (row: HistoryRow | undefined): RuleName => {
  const { data: session } = useSession();
  const { data: rules } = useQuery({
    queryKey: ["rules"],
    queryFn: ({ signal }) => rulesApi.all(signal),
    enabled: session?.role === "supervisor",
    staleTime: 60_000,
  });
  return (kind, id) =>
    rules?.kinds[kind]?.find((rule) => rule.id === id)?.name ||
    (kind === "queue" && id === row?.queueId ? row.queueName : null);
};
