import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import type { HistoryDetail, TimelineEntry } from "../../contracts/rest";
import type { GivenScore } from "../../contracts/surveys";
import { wordsFor } from "../../i18n/i18n";
import { clock } from "../../shared/time";
import { Decision } from "./Decision";
import { happeningDetails, happeningWords, type NameOf, transcriptOf } from "./happening";

/** What happened in an interaction, with the time from its first ring, and why each agent was chosen. */
export const Timeline = ({ interactionId }: { interactionId: string }) => {
  const { t } = useTranslation();
  const { data, isError } = useQuery({
    queryKey: ["history-detail", interactionId],
    queryFn: ({ signal }) => api.historyDetail(interactionId, signal),
  });
  if (isError) return <span className="soft">{t("history.loadFailed")}</span>;
  if (data === undefined) return <span className="faint">{t("session.loading")}</span>;
  const nameOf = namesOf(data);
  const last = data.timeline.findLastIndex(({ decision }) => decision !== null);
  return (
    <div data-testid="timeline">
      {data.decision === null ? null : (
        <Decision decision={data.decision} chosen={data.agentName} />
      )}
      {data.scores.map((score, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer stays in its place
        <Score key={place} score={score} />
      ))}
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
              {place === last ? null : <FormerDecision entry={entry} />}
            </span>
          </li>
        ))}
      </ol>
      {data.note === "" ? null : <p className="timeline-note">{data.note}</p>}
    </div>
  );
};

const Score = ({ score: { kind, question, score, highest } }: { score: GivenScore }) => {
  const { t } = useTranslation();
  return (
    <p className="timeline-score" data-testid="given-score" data-score={score}>
      {t("surveys.given")}: <b>{t("surveys.of", { score, highest })}</b>{" "}
      <span className="soft">
        {wordsFor("flowChoice.kind", kind)} · {question}
      </span>
    </p>
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

/** Why an agent was chosen who has not got the call in the end; the last choice stands above. */
const FormerDecision = ({ entry: { decision, agentName } }: { entry: TimelineEntry }) => {
  const { t } = useTranslation();
  return decision === null ? null : (
    <details data-testid="former-decision">
      <summary>{t("decision.title")}</summary>
      <Decision decision={decision} chosen={agentName} />
    </details>
  );
};

const namesOf =
  ({ names, queueId, queueName }: HistoryDetail): NameOf =>
  (kind, id) =>
    names[kind][id] ?? (kind === "queue" && id === queueId ? queueName : null);
