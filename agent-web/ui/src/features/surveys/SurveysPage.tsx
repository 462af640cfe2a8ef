import { useQuery } from "@tanstack/react-query";
import { Button, Input, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { surveysApi } from "../../connection/surveysApi";
import type { SurveyGroup, Surveys } from "../../contracts/surveys";
import { FigureName, figureText, nameOf, useDefinitions } from "../figures/definitions";
import { saveWorkbook } from "../floor/exportTables";
import { useAct } from "../floor/useAct";
import { GroupsTable, keyOf } from "./GroupsTable";
import { ScoreChart } from "./ScoreChart";
import { dayFrom, distributionsOf, inOrder, surveyFigures } from "./surveyModel";
import "../floor/floor.css";
import "./surveys.css";

type Side = "queues" | "agents";

const spans = [
  [1, "surveys.today"],
  [7, "surveys.week"],
  [30, "surveys.month"],
] as const;

const LOOK_MS = 10_000;

/** What clients think of us: figures and distribution of scores, by queue and by agent. */
export const SurveysPage = () => {
  const { t } = useTranslation();
  const [period, setPeriod] = useState<{ from: string; to: string } | null>(null);
  const [side, setSide] = useState<Side>("queues");
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, isError } = useQuery({
    queryKey: ["surveys", period],
    queryFn: ({ signal }) => surveysApi.surveys(period, signal),
    placeholderData: (before) => before,
    refetchInterval: LOOK_MS,
  });
  if (data === undefined) {
    return <p className="soft">{t(isError ? "history.loadFailed" : "session.loading")}</p>;
  }
  const group = data[side].find((each) => keyOf(each) === chosen) ?? null;
  const nobody = { queues: t("surveys.noQueue"), agents: t("surveys.noAgent") };
  const name = group === null ? t("surveys.all") : (group.name ?? nobody[side]);
  const choose = (key: string | null): void => setChosen(key === chosen ? null : key);
  const table = (of: Side) => (
    <GroupsTable
      groups={data[of]}
      title={t(`surveys.${of}`)}
      nobody={nobody[of]}
      chosen={group === null ? "all" : keyOf(group)}
      onChoose={choose}
    />
  );
  return (
    <div className="surveys" data-testid="surveys">
      <Bar data={data} side={side} nobody={nobody[side]} onPeriod={setPeriod} />
      {isError ? <p className="soft">{t("surveys.periodWrong")}</p> : null}
      <Summary group={group ?? data.all} name={name} />
      <Tabs
        size="small"
        activeKey={side}
        onChange={(key) => {
          setSide(key as Side);
          setChosen(null);
        }}
        items={(["queues", "agents"] as const).map((key) => ({
          key,
          label: <span data-testid={`surveys-${key}`}>{t(`surveys.by.${key}`)}</span>,
          children: table(key),
        }))}
      />
    </div>
  );
};

interface BarProps {
  data: Surveys;
  side: Side;
  nobody: string;
  onPeriod: (period: { from: string; to: string }) => void;
}

const Bar = ({ data: { from, to, timeZone, ...groups }, side, nobody, onPeriod }: BarProps) => {
  const { t } = useTranslation();
  const definitions = useDefinitions();
  const act = useAct();
  const title = t("surveys.title");
  const save = () =>
    saveWorkbook({
      sheet: `${title} ${from}—${to}`,
      columns: [
        { title: t(`surveys.${side}`), unit: "text" },
        ...surveyFigures.map(([code]) => ({
          title: nameOf(definitions.get(code), code),
          unit: definitions.get(code)?.unit ?? "text",
        })),
      ],
      rows: [...inOrder(groups[side]), { ...groups.all, name: t("surveys.all") }].map((group) => [
        group.name ?? nobody,
        ...surveyFigures.map(([, field]) => group.figures[field]),
      ]),
    });
  return (
    <div className="floor-bar surveys-bar">
      <h2 className="panel-title">{title}</h2>
      <span className="grow" />
      {spans.map(([days, words]) => (
        <Button
          key={days}
          size="small"
          data-testid={`surveys-${days}-days`}
          onClick={() => {
            const today = todayIn(timeZone);
            onPeriod({ from: dayFrom(today, 1 - days), to: today });
          }}
        >
          {t(words)}
        </Button>
      ))}
      <Day label={t("surveys.from")} value={from} onChange={(day) => onPeriod({ from: day, to })} />
      <Day label={t("surveys.to")} value={to} onChange={(day) => onPeriod({ from, to: day })} />
      <Button size="small" data-testid="surveys-export" onClick={() => void act(save)}>
        {t("surveys.export")}
      </Button>
    </div>
  );
};

interface DayProps {
  label: string;
  value: string;
  onChange: (day: string) => void;
}

const Day = ({ label, value, onChange }: DayProps) => (
  <Input
    type="date"
    size="small"
    className="surveys-day"
    value={value}
    aria-label={label}
    title={label}
    onChange={({ target }) => {
      if (target.value !== "") onChange(target.value);
    }}
  />
);

const Summary = ({ group, name }: { group: SurveyGroup; name: string }) => {
  const { t } = useTranslation();
  const definitions = useDefinitions();
  const shown = distributionsOf(group.scores);
  return (
    <section className="surveys-summary" data-testid="surveys-summary" data-of={keyOf(group)}>
      <div className="surveys-figures">
        <h3 className="panel-title">{name}</h3>
        <dl>
          {surveyFigures.map(([code, field]) => (
            <div key={code}>
              <dt>
                <FigureName code={code} />
              </dt>
              <dd data-testid={`surveys-${code}`}>
                {figureText(group.figures[field], definitions.get(code)?.unit)}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {shown.length === 0 ? (
        <p className="soft" data-testid="surveys-empty">
          {t("surveys.empty")}
        </p>
      ) : (
        shown.map((each) => (
          <ScoreChart key={`${each.kind} ${each.lowest} ${each.highest}`} shown={each} />
        ))
      )}
    </section>
  );
};

/** The day of the calendar there. */
const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short" }).format(new Date());
