import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgentDay } from "../../contracts/rest";
import { reasonWords } from "../../i18n/i18n";
import { useNow } from "../../kit/useNow";
import { clock } from "../../shared/time";
import { useDeskOptions } from "../frame/deskOptions";
import { Timeline } from "../history/Timeline";
import {
  type Bar,
  barsOf,
  type CallBar,
  callsOf,
  hoursOf,
  occupancyOf,
  totalsOf,
  windowOf,
} from "./dayModel";
import "./agentDay.css";

const LOOK_MS = 1_000;

/** States as a band of colours, calls below it; a click on a call opens what happened in it. */
export const DayChart = ({ day }: { day: AgentDay }) => {
  const { t } = useTranslation();
  const [aheadMs] = useState(() => Date.parse(day.serverNow) - Date.now());
  const now = Math.floor((useNow() + aheadMs) / LOOK_MS) * LOOK_MS;
  const [opened, setOpened] = useState<string | null>(null);
  const words = useWords();
  const bars = barsOf(day, now);
  const window = windowOf(day, bars);
  const calls = callsOf(bars);
  const totals = totalsOf(bars);
  const occupancy = occupancyOf(totals);
  const place = ({ from, to }: { from: number; to: number }) => ({
    left: `${percent(from, window)}%`,
    width: `max(2px, ${((Math.max(0, to - from) / (window.to - window.from)) * 100).toFixed(3)}%)`,
  });
  const time = timeIn(day.timeZone);
  const spanWords = (bar: Bar | CallBar): string =>
    `${time(bar.from)}–${time(bar.to)} · ${clock((bar.to - bar.from) / 1_000)}`;

  if (totals.length === 0) {
    return (
      <p className="soft" data-testid="agent-day-empty">
        {t("agentDay.empty")}
      </p>
    );
  }
  return (
    <div data-testid="agent-day" data-spans={bars.length} data-calls={calls.length}>
      <div className="day-chart">
        {hoursOf(window).map((hour) => (
          <span key={hour} className="day-hour" style={{ left: `${percent(hour, window)}%` }}>
            {time(hour)}
          </span>
        ))}
        <div className="day-lane">
          {bars
            .filter(({ status }) => status !== "signedOut")
            .map((bar) => (
              <span
                key={bar.from}
                className="day-bar"
                style={{ ...place(bar), background: words.colour(bar) }}
                title={`${words.state(bar)} · ${spanWords(bar)}`}
                data-status={bar.status}
              />
            ))}
        </div>
        <div className="day-lane is-calls">
          {calls.map((call) => (
            <button
              key={`${call.interactionId} ${call.from}`}
              type="button"
              className={call.interactionId === opened ? "day-bar is-open" : "day-bar"}
              style={place(call)}
              title={`${t("agentDay.call")} · ${spanWords(call)}`}
              aria-label={`${t("agentDay.call")} ${spanWords(call)}`}
              data-testid="day-call"
              onClick={() => setOpened(call.interactionId)}
            />
          ))}
        </div>
      </div>
      <ul className="day-totals" data-testid="day-totals">
        {totals.map((total) => (
          <li key={`${total.status} ${total.reason}`} data-status={total.status}>
            <i style={{ background: words.colour(total) }} />
            {words.state(total)} <b>{clock(total.seconds)}</b>{" "}
            <span className="soft">{Math.round(total.share * 100)}%</span>
          </li>
        ))}
        <li data-testid="day-occupancy">
          {t("agentDay.occupancy")}{" "}
          <b>{occupancy === null ? "—" : `${Math.round(occupancy * 100)}%`}</b>
        </li>
        <li data-testid="day-contacts">
          {t("agentDay.contacts")}{" "}
          <b>{new Set(calls.map(({ interactionId }) => interactionId)).size}</b>
        </li>
      </ul>
      {opened === null ? (
        <p className="faint">{t("agentDay.hint")}</p>
      ) : (
        <Timeline interactionId={opened} />
      )}
    </div>
  );
};

const useWords = () => {
  const { t } = useTranslation();
  const { reasons } = useDeskOptions();
  return {
    state: ({ status, reason }: Pick<Bar, "status" | "reason">): string =>
      reason === null
        ? t(`status.${status}`)
        : `${t(`status.${status}`)} · ${reasonWords(reasons, reason)}`,
    colour: ({ status, reason }: Pick<Bar, "status" | "reason">): string =>
      reasons.find(({ code }) => code === reason)?.colour ?? `var(--state-${status})`,
  };
};

const percent = (at: number, { from, to }: { from: number; to: number }): number =>
  ((at - from) / (to - from)) * 100;

const timeIn = (timeZone: string): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat("ru", { timeZone, hour: "2-digit", minute: "2-digit" });
  return (at) => format.format(at);
};
