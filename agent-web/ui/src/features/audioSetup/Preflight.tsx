import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { measureRoundTrip } from "../../connection/roundTrip";
import { useDesk } from "../../desk/deskStore";
import { useNow } from "../../kit/useNow";
import { type CheckState, checksOf, missingIn, type Place, wordsOf } from "./checks";

const marks: Record<CheckState, string> = { good: "✓", waiting: "…", poor: "!", bad: "✗" };

/** Whether calls can begin: a line for each thing that is needed, and what to do where it is missing. */
export const Preflight = ({ isHeard }: { isHeard: boolean }) => {
  const { t } = useTranslation();
  const place = usePlace(isHeard);
  return (
    <section aria-label={t("preflight.title")}>
      <span className="panel-title">{t("preflight.title")}</span>
      <ul className="preflight" data-testid="preflight">
        {checksOf(place).map((check) => (
          <li
            key={check.id}
            className={`is-${check.state}`}
            data-testid={`check-${check.id}`}
            data-state={check.state}
          >
            <b aria-hidden>{marks[check.state]}</b> {t(wordsOf(check), check.values)}
          </li>
        ))}
      </ul>
    </section>
  );
};

const usePlace = (isHeard: boolean): Place => {
  const isServerOnline = useDesk((state) => state.link.kind === "online");
  const registration = useDesk((state) => state.registration);
  const session = useDesk((state) => state.audioSession);
  const isAudioOpen = useDesk((state) => state.desk.agent?.audio === "open");
  const microphone = useDesk((state) => state.microphone.kind);
  const { data } = useQuery({
    queryKey: ["round-trip"],
    queryFn: ({ signal }) => measureRoundTrip(signal),
    enabled: isServerOnline,
    gcTime: 0,
  });
  return {
    missing: missingIn(globalThis),
    isServerOnline,
    roundTripMs: data ?? null,
    registration,
    session,
    isAudioOpen,
    pathWaitMs: useWait(registration === "registered" && !isAudioOpen),
    microphone,
    isHeard,
  };
};

/** For how long something has been so. */
const useWait = (isSo: boolean): number => {
  const now = useNow();
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => setSince(isSo ? Date.now() : null), [isSo]);
  return since === null ? 0 : Math.max(0, now - since);
};
