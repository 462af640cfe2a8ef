import i18next from "i18next";
import { floorApi } from "../../connection/floorApi";
import type { ExportTable, ExportValue, FigureDefinition, FloorAgent } from "../../contracts/floor";
import { reasonWords } from "../../i18n/i18n";
import { agentFigures } from "../figures/agentFigures";
import { nameOf } from "../figures/definitions";
import { wordsOfColumn } from "./columnWords";
import { queueFigures, stageTime, timeInState } from "./model/figures";
import type { Floor } from "./model/floor";
import { agentsInView, grouped } from "./model/view";
import { type WorkItem, workInView } from "./model/work";
import type { FloorPreferences } from "./preferences";
import type { Names } from "./useNames";
import { numberWords, stateWords } from "./workWords";

type Definitions = ReadonlyMap<string, FigureDefinition>;

const columnOf = (code: string, definitions: Definitions) => {
  const words = wordsOfColumn[code];
  return words === undefined
    ? { title: nameOf(definitions.get(code), code), unit: definitions.get(code)?.unit ?? "text" }
    : { title: i18next.t(words), unit: "text" };
};

/** The agents as they are seen: filtered, grouped, sorted, with the columns that are shown. */
export const agentsTable = (
  floor: Floor,
  preferences: FloorPreferences,
  definitions: Definitions,
  names: Names,
  now: number,
): ExportTable => {
  const { agentColumns, filters, sort, groupBy } = preferences;
  const value = (agent: FloorAgent, code: string): ExportValue => {
    const { status, reason, call } = agent.state;
    switch (code) {
      case "state": {
        const word = i18next.t(`status.${status}`);
        return reason === null ? word : `${word} · ${reasonWords(floor.setUp.reasons, reason)}`;
      }
      case "call":
        return [call?.client?.displayName, call?.number?.shown, call && names.queue(call.queueId)]
          .filter(Boolean)
          .join(" · ");
      case "queues":
        return names.queues(agent.setUp.queues);
      case "groups":
        return names.groups(agent.setUp.groups);
      case "time-in-state":
        return timeInState(agent, now);
      case "stage-time":
        return stageTime(agent, now);
      default:
        return (agentFigures(agent.figures, now) as Record<string, number | null>)[code] ?? null;
    }
  };
  const groups = grouped(agentsInView(floor, filters, sort, now), groupBy);
  const isGrouped = groupBy !== "none";
  return {
    sheet: i18next.t("centre.agents"),
    columns: [
      ...(isGrouped ? [{ title: i18next.t(`floor.groupBy.${groupBy}`), unit: "text" }] : []),
      { title: i18next.t("floor.agent"), unit: "text" },
      ...agentColumns.map((code) => columnOf(code, definitions)),
    ],
    rows: groups.flatMap(({ key, agents }) =>
      agents.map((agent) => [
        ...(isGrouped ? [names.head(groupBy, key)] : []),
        agent.setUp.name,
        ...agentColumns.map((code) => value(agent, code)),
      ]),
    ),
  };
};

export const queuesTable = (
  floor: Floor,
  { queueColumns, filters }: FloorPreferences,
  definitions: Definitions,
  now: number,
): ExportTable => ({
  sheet: i18next.t("centre.queues"),
  columns: [
    { title: i18next.t("floor.queue"), unit: "text" },
    ...queueColumns.map((code) => columnOf(code, definitions)),
  ],
  rows: [...floor.queues.values()]
    .filter(({ id }) => filters.queues.length === 0 || filters.queues.includes(id))
    .sort((one, other) => one.setUp.name.localeCompare(other.setUp.name))
    .map((queue) => {
      const figures = queueFigures(queue, now) as Record<string, number | null>;
      return [queue.setUp.name, ...queueColumns.map((code) => figures[code] ?? null)];
    }),
});

/** The work as it is seen: filtered, with the columns that are shown. */
export const workTable = (
  floor: Floor,
  { workColumns, workFilter, filters }: FloorPreferences,
  names: Names,
  me: string,
  now: number,
): ExportTable => {
  const value = (item: WorkItem, code: string): ExportValue => {
    switch (code) {
      case "work-client":
        return item.client?.displayName ?? "";
      case "work-queue":
        return item.queueId === "" ? "" : names.queue(item.queueId);
      case "work-state":
        return stateWords(item);
      case "work-time":
        return Math.max(0, (now - Date.parse(item.since)) / 1_000);
      case "work-agent":
        return item.agentId === null ? "" : (floor.agents.get(item.agentId)?.setUp.name ?? "");
      case "work-by-hand":
        return item.pointsGiven;
      default:
        return item.priority;
    }
  };
  return {
    sheet: i18next.t("work.title"),
    columns: [
      { title: i18next.t("work.caller"), unit: "text" },
      ...workColumns.map((code) => ({
        title: i18next.t(wordsOfColumn[code] ?? "work.title"),
        unit: code === "work-time" ? "seconds" : "text",
      })),
    ],
    rows: workInView(floor, workFilter, filters, me, now).map((item) => [
      numberWords(item, i18next.t("call.anonymous")),
      ...workColumns.map((code) => value(item, code)),
    ]),
  };
};

/** Lets the browser save what the server has made of it. */
export const saveWorkbook = async (table: ExportTable): Promise<void> => {
  const url = URL.createObjectURL(await floorApi.workbook(table));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${table.sheet} ${new Date().toISOString().slice(0, 16).replace(/[T:]/g, "-")}.xlsx`;
  link.click();
  URL.revokeObjectURL(url);
};
