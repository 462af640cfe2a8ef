import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { DayHours } from "../../../contracts/rules";
import { useAdmin } from "../core/adminContext";
import { useForm } from "../core/formContext";
import { isAt, problemWords } from "../core/problems";

interface Props {
  /** Path of each interval in the item; the lists of the page and of the item need not be the same. */
  places: readonly string[];
  value: readonly DayHours[];
  /** Whose hours they are, for those who only hear the page. */
  label: string;
  /** Said while there are none. */
  none: string;
  onChange(value: DayHours[]): void;
}

const DAY_MINUTES = 24 * 60;
const WORKING_DAY: DayHours = { from: "09:00", to: "18:00" };

/** Intervals of one day, as times and as a bar over 24 hours. */
export const HoursField = ({ places, value, label, none, onChange }: Props) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const { problems, isReadOnly } = useForm();
  const put = (index: number, part: Partial<DayHours>): void =>
    onChange(value.map((old, place) => (place === index ? { ...old, ...part } : old)));
  const found = problems.filter((problem) => places.some((place) => isAt(problem, place)));
  return (
    <div className="hours" data-field={places[0]}>
      <div className="row hours-row">
        {value.map((hours, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: an interval has no other name, and focus stays with its place
            key={index}
            className="row hours-interval"
            data-field={places[index]}
          >
            <TimeInput
              label={t("hours.from", { whose: label })}
              value={hours.from}
              onChange={(from) => put(index, { from })}
            />
            –
            <TimeInput
              label={t("hours.to", { whose: label })}
              value={hours.to}
              onChange={(to) => put(index, { to })}
            />
            {isReadOnly ? null : (
              <Button
                size="small"
                type="text"
                danger
                aria-label={t("admin.takeAwayNamed", { name: `${hours.from}–${hours.to}` })}
                onClick={() => onChange(value.filter((_, place) => place !== index))}
              >
                ✕
              </Button>
            )}
          </span>
        ))}
        {value.length === 0 ? <span className="faint">{none}</span> : null}
        {isReadOnly ? null : (
          <Button
            size="small"
            type="text"
            aria-label={t("hours.addTo", { whose: label })}
            onClick={() => onChange([...value, nextInterval(value)])}
          >
            + {t("hours.add")}
          </Button>
        )}
      </div>
      <HoursBar value={value} />
      {found.map((problem) => (
        <div key={`${problem.code} ${problem.field}`} className="field-problem" role="alert">
          {problemWords(problem, view)}
        </div>
      ))}
    </div>
  );
};

interface TimeProps {
  label: string;
  value: string;
  onChange(value: string): void;
}

/** hh:mm as text: also 24:00, which a browser's own field does not know; 9 and 930 become whole when left. */
const TimeInput = ({ label, value, onChange }: TimeProps) => {
  const { isReadOnly } = useForm();
  return (
    <Input
      size="small"
      className="time-input"
      aria-label={label}
      disabled={isReadOnly}
      value={value}
      maxLength={5}
      placeholder="09:00"
      {...(minutesOf(value) === null ? { status: "error" as const } : {})}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onChange(wholeTime(value))}
    />
  );
};

const HoursBar = ({ value }: { value: readonly DayHours[] }) => (
  <div className="hours-bar" aria-hidden="true">
    {value.map((hours) => {
      const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
      return from === null || to === null || to <= from ? null : (
        <span
          key={`${hours.from}${hours.to}`}
          style={{
            left: `${(100 * from) / DAY_MINUTES}%`,
            width: `${(100 * (to - from)) / DAY_MINUTES}%`,
          }}
        />
      );
    })}
  </div>
);

/** Minutes since midnight; null of what is no time. */
export const minutesOf = (text: string): number | null => {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= DAY_MINUTES ? minutes : null;
};

/** `9` is 09:00, `930` is 09:30, `9.30` too; what cannot be understood stays as it is. */
export const wholeTime = (text: string): string => {
  const match = /^(\d{1,2})(?:[:.,\s]?(\d{2}))?$/.exec(text.trim());
  if (match === null) return text;
  return `${match[1]?.padStart(2, "0")}:${match[2] ?? "00"}`;
};

/** A further interval begins an hour after the last one, where the day still has room. */
const nextInterval = (value: readonly DayHours[]): DayHours => {
  const last = Math.max(-1, ...value.map(({ to }) => minutesOf(to) ?? -1));
  if (last < 0) return WORKING_DAY;
  const from = Math.min(last + 60, DAY_MINUTES - 60);
  return { from: timeOf(from), to: timeOf(Math.min(from + 180, DAY_MINUTES)) };
};

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
