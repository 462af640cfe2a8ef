import { type CalendarRule, type WeekDay, weekDays } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import { t } from "./words";

/** A week in few words: «Пн–Пт 09:00–18:00, Сб 10:00–14:00». Days alike that follow each other are one. */
export const hoursWords = ({ week, holidays }: CalendarRule): string => {
  const days = weekDays.map((day) => ({ day, hours: ofDay(week, day) }));
  const spans: { from: WeekDay; to: WeekDay; hours: string }[] = [];
  for (const { day, hours } of days) {
    const last = spans.at(-1);
    if (last !== undefined && last.hours === hours) last.to = day;
    else spans.push({ from: day, to: day, hours });
  }
  const open = spans.filter(({ hours }) => hours !== "");
  const words =
    open.length === 0
      ? t("hours.neverOpen")
      : open.map(({ from, to, hours }) => `${spanWords(from, to)} ${hours}`).join(", ");
  return holidays.length === 0
    ? words
    : `${words} · ${t("hours.holidayCount", { total: holidays.length })}`;
};

const ofDay = (week: CalendarRule["week"], day: WeekDay): string =>
  week
    .filter((hours) => hours.day === day)
    .map(({ from, to }) => `${from}–${to}`)
    .join(" ");

const spanWords = (from: WeekDay, to: WeekDay): string =>
  from === to
    ? wordsFor("weekDayShort", from)
    : `${wordsFor("weekDayShort", from)}–${wordsFor("weekDayShort", to)}`;
