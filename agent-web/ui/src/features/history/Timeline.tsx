import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import type { TimelineEntry } from "../../contracts/rest";
import { wordsFor } from "../../i18n/i18n";
import { clock } from "../../shared/time";

/** What happened in an interaction, with the time from its first ring. */
export const Timeline = ({ interactionId }: { interactionId: string }) => {
  const { t } = useTranslation();
  const { data, isError } = useQuery({
    queryKey: ["history-detail", interactionId],
    queryFn: ({ signal }) => api.historyDetail(interactionId, signal),
  });
  if (isError) return <span className="soft">{t("history.loadFailed")}</span>;
  if (data === undefined) return <span className="faint">{t("session.loading")}</span>;
  return (
    <ol className="timeline" data-testid="timeline">
      {data.timeline.map((entry) => (
        <li key={`${entry.at}${entry.kind}`}>
          <span className="faint">
            {clock((Date.parse(entry.at) - Date.parse(data.arrivedAt)) / 1_000)}
          </span>
          <b>{wordsFor("timeline", entry.kind)}</b>
          <span className="soft clip" title={detailWords(entry)}>
            {detailWords(entry)}
          </span>
        </li>
      ))}
    </ol>
  );
};

const detailWords = (entry: TimelineEntry): string =>
  [entry.agentName, flatWords(entry.detail)].filter((part) => part).join(" · ");

const flatWords = (detail: unknown): string => {
  if (detail === null || detail === undefined) return "";
  if (typeof detail !== "object") return String(detail);
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name}: ${typeof value === "object" ? flatWords(value) : value}`)
    .join(", ");
};
