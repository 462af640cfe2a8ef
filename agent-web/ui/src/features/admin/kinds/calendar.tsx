import { AutoComplete, Button, Checkbox, Input } from "antd";
import { useTranslation } from "react-i18next";
import { type CalendarRule, type DayHours, type WeekDay, weekDays } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import { useForm } from "../core/formContext";
import { defineKind, type FormProps } from "../core/kind";
import { Field } from "../fields/Field";
import { FormSection } from "../fields/FormSection";
import { HoursField } from "../fields/HoursField";
import { ListField } from "../fields/ListField";
import { NameFields } from "../fields/NameFields";
import { ProblemsAt } from "../fields/ProblemsAt";
import { hoursWords } from "./hoursWords";
import { t } from "./words";

const workingWeek = (days: readonly WeekDay[], from: string, to: string): CalendarRule["week"] =>
  days.map((day) => ({ day, from, to }));
const blank = { id: "", timeZone: "Asia/Tashkent", holidays: [] };

export const calendar = defineKind<CalendarRule>({
  kind: "calendar",
  label: "admin.calendars",
  create: "admin.newCalendar",
  about: "admin.aboutCalendars",
  keySource: "named",
  empty: () => ({ ...blank, name: "", week: [] }),
  patterns: [
    {
      label: "pattern.office",
      hint: "pattern.officeHint",
      item: () => ({
        ...blank,
        name: t("pattern.office"),
        week: workingWeek(weekDays.slice(0, 5), "09:00", "18:00"),
      }),
    },
    {
      label: "pattern.sixDays",
      hint: "pattern.sixDaysHint",
      item: () => ({
        ...blank,
        name: t("pattern.sixDays"),
        week: workingWeek(weekDays.slice(0, 6), "08:00", "20:00"),
      }),
    },
    {
      label: "pattern.roundTheClock",
      hint: "pattern.roundTheClockHint",
      item: () => ({
        ...blank,
        name: t("pattern.roundTheClock"),
        week: workingWeek(weekDays, "00:00", "24:00"),
      }),
    },
  ],
  title: (item) => item.name,
  subtitle: (item) => hoursWords(item),
  Form: (props: FormProps<CalendarRule>) => (
    <>
      <FormSection title="admin.general">
        <NameFields {...props} />
        <TimeZone {...props} />
      </FormSection>
      <FormSection title="admin.week" hint="admin.weekHint">
        <Week {...props} />
      </FormSection>
      <FormSection title="admin.holidays" hint="admin.holidaysHint">
        <Holidays {...props} />
      </FormSection>
    </>
  ),
});

const zones =
  typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];

const TimeZone = ({ item, change }: FormProps<CalendarRule>) => (
  <Field name="timeZone">
    {(control) => (
      <AutoComplete
        {...control}
        value={item.timeZone}
        options={zones.map((value) => ({ value }))}
        showSearch={{
          filterOption: (search, option) =>
            `${option?.value}`.toLowerCase().includes(search.toLowerCase()),
        }}
        onChange={(timeZone: string) => change({ timeZone })}
      />
    )}
  </Field>
);

const Week = ({ item, change }: FormProps<CalendarRule>) => {
  const { isReadOnly } = useForm();
  const put = (day: WeekDay, hours: DayHours[]): void =>
    change({
      week: weekDays.flatMap((each) =>
        each === day
          ? hours.map(({ from, to }) => ({ day, from, to }))
          : item.week.filter((interval) => interval.day === each),
      ),
    });
  const copyMonday = (days: readonly WeekDay[]): void => {
    const monday = item.week.filter(({ day }) => day === "monday");
    const others = item.week.filter(({ day }) => day !== "monday" && !days.includes(day));
    const copied = days.flatMap((day) => monday.map((hours) => ({ ...hours, day })));
    const all = [...monday, ...others, ...copied];
    change({ week: weekDays.flatMap((day) => all.filter((hours) => hours.day === day)) });
  };
  return (
    <div data-testid="week">
      <ProblemsAt at="week" />
      {weekDays.map((day) => {
        const places = item.week.flatMap((hours, index) =>
          hours.day === day ? [`week.${index}`] : [],
        );
        return (
          <div key={day} className="week-row" data-testid={`day-${day}`}>
            <span className="field-label">{wordsFor("weekDay", day)}</span>
            <HoursField
              places={places}
              label={wordsFor("weekDay", day)}
              none={t("hours.closed")}
              value={item.week.filter((hours) => hours.day === day)}
              onChange={(hours) => put(day, hours)}
            />
          </div>
        );
      })}
      {isReadOnly || !item.week.some(({ day }) => day === "monday") ? null : (
        <div className="row week-copies">
          <Button size="small" onClick={() => copyMonday(weekDays.slice(1, 5))}>
            {t("hours.copyToWeekdays")}
          </Button>
          <Button size="small" onClick={() => copyMonday(weekDays.slice(1))}>
            {t("hours.copyToAll")}
          </Button>
        </div>
      )}
    </div>
  );
};

const Holidays = ({ item, change }: FormProps<CalendarRule>) => {
  const { t: say } = useTranslation();
  const { isReadOnly } = useForm();
  return (
    <ListField
      at="holidays"
      value={item.holidays}
      add="admin.addHoliday"
      none="admin.noHolidays"
      initial={{ date: nextDate(item.holidays), yearly: false, name: "", hours: [] }}
      onChange={(holidays) => change({ holidays })}
    >
      {(holiday, put, at) => (
        <div className="holiday">
          <Input
            type="date"
            className="date-input"
            aria-label={say("field.date")}
            disabled={isReadOnly}
            value={holiday.date}
            onChange={(event) => put({ date: event.target.value })}
          />
          <Checkbox
            disabled={isReadOnly}
            checked={holiday.yearly}
            onChange={(event) => put({ yearly: event.target.checked })}
          >
            {say("hours.yearly")}
          </Checkbox>
          <Input
            aria-label={say("hours.holidayName")}
            placeholder={say("hours.holidayName")}
            disabled={isReadOnly}
            value={holiday.name}
            onChange={(event) => put({ name: event.target.value })}
          />
          <HoursField
            places={holiday.hours.map(
              (_, index) => `${at.replace(/\[(\d+)\]/, ".$1")}.hours.${index}`,
            )}
            label={holiday.date}
            none={say("hours.closed")}
            value={holiday.hours}
            onChange={(hours) => put({ hours })}
          />
        </div>
      )}
    </ListField>
  );
};

/** Tomorrow, or the day after the last one in the list. */
const nextDate = (holidays: CalendarRule["holidays"]): string => {
  const last = holidays.at(-1)?.date ?? new Date().toISOString().slice(0, 10);
  const next = new Date(`${last}T12:00:00Z`);
  if (Number.isNaN(next.getTime())) return new Date().toISOString().slice(0, 10);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};
