import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { DayChart } from "./DayChart";

interface Props {
  agentId: string;
  /** Changes when his state does: the running day is read anew. */
  turn: string;
  onClose: () => void;
}

/** One agent's day: what he was and when, his calls, how much of each. */
export const AgentDayDrawer = ({ agentId, turn, onClose }: Props) => {
  const { t } = useTranslation();
  const [date, setDate] = useState<string | null>(null); // Null: today, in the centre's zone.
  const { data, isError } = useQuery({
    queryKey: ["agent-day", agentId, date, date === null ? turn : ""],
    queryFn: ({ signal }) => api.agentDay(agentId, date, signal),
    placeholderData: (before) => before,
  });
  const shown = date ?? data?.date ?? "";
  const go = (days: number): void => {
    const at = new Date(`${shown}T00:00:00Z`);
    at.setUTCDate(at.getUTCDate() + days);
    setDate(at.toISOString().slice(0, 10));
  };
  return (
    <Drawer
      open
      placement="bottom"
      size={460}
      onClose={onClose}
      title={
        <div className="row">
          <span className="grow clip" data-testid="agent-day-title">
            {t("agentDay.title", { name: data?.name ?? "" })}
          </span>
          <Button
            size="small"
            aria-label={t("agentDay.before")}
            data-testid="day-before"
            onClick={() => go(-1)}
          >
            ‹
          </Button>
          <Input
            type="date"
            size="small"
            style={{ width: 140 }}
            value={shown}
            aria-label={t("agentDay.date")}
            data-testid="day-date"
            onChange={({ target }) => setDate(target.value === "" ? null : target.value)}
          />
          <Button
            size="small"
            aria-label={t("agentDay.after")}
            data-testid="day-after"
            onClick={() => go(1)}
          >
            ›
          </Button>
          <Button
            size="small"
            disabled={date === null}
            data-testid="day-today"
            onClick={() => setDate(null)}
          >
            {t("agentDay.today")}
          </Button>
        </div>
      }
    >
      {isError ? <p className="soft">{t("history.loadFailed")}</p> : null}
      {data === undefined ? null : <DayChart day={data} />}
    </Drawer>
  );
};
