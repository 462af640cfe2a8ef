import type { FloorAgent } from "../../../contracts/floor";
import type { AgentStatus } from "../../../contracts/hub";
import { agentFigures } from "../../figures/agentFigures";
import { stageTime, timeInState } from "./figures";
import type { Floor } from "./floor";

export interface Filters {
  states: AgentStatus[];
  queues: string[];
  groups: string[];
  text: string;
}

export type GroupBy = "none" | "group" | "queue" | "state";

export interface Sort {
  column: string;
  isDescending: boolean;
}

export const noFilters: Filters = { states: [], queues: [], groups: [], text: "" };

export const stateOrder: readonly AgentStatus[] = [
  "talking",
  "held",
  "reserved",
  "wrapUp",
  "ready",
  "notReady",
  "signedOut",
];

const hasAny = (wanted: readonly string[], has: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((each) => has.includes(each));

export const fits = (agent: FloorAgent, filters: Filters): boolean =>
  (filters.states.length === 0 || filters.states.includes(agent.state.status)) &&
  hasAny(filters.groups, agent.setUp.groups) &&
  hasAny(filters.queues, agent.setUp.queues) &&
  agent.setUp.name.toLowerCase().includes(filters.text.trim().toLowerCase());

/** What a column sorts by. */
export const sortValue = (agent: FloorAgent, column: string, now: number): string | number => {
  switch (column) {
    case "name":
      return agent.setUp.name;
    case "state":
      return stateOrder.indexOf(agent.state.status);
    case "call":
      return agent.state.call?.queueId ?? "~";
    case "queues":
      return agent.setUp.queues.join();
    case "groups":
      return agent.setUp.groups.join();
    case "time-in-state":
      return timeInState(agent, now) ?? -1;
    case "stage-time":
      return stageTime(agent, now) ?? -1;
    default:
      return (agentFigures(agent.figures, now) as Record<string, number | null>)[column] ?? -1;
  }
};

const compare = (one: string | number, other: string | number): number =>
  typeof one === "number" && typeof other === "number"
    ? one - other
    : String(one).localeCompare(String(other));

export const agentsInView = (
  floor: Floor,
  filters: Filters,
  sort: Sort,
  now: number,
): FloorAgent[] => {
  const sign = sort.isDescending ? -1 : 1;
  return [...floor.agents.values()]
    .filter((agent) => fits(agent, filters))
    .sort(
      (one, other) =>
        sign * compare(sortValue(one, sort.column, now), sortValue(other, sort.column, now)) ||
        one.setUp.name.localeCompare(other.setUp.name),
    );
};

/** A row is named by its group and its agent: grouped by queue, an agent stands in several. */
export const rowKey = (group: string, agent: string): string => `${group}:${agent}`;

const agentOf = (row: string): string => row.split(":").at(-1) ?? "";

/** Who is chosen when these rows were ticked and those are now: whoever was unticked anywhere is not. */
export const chosenBy = (before: readonly string[], now: readonly string[]): string[] => {
  const dropped = new Set(before.filter((row) => !now.includes(row)).map(agentOf));
  return [...new Set(now.map(agentOf))].filter((agent) => !dropped.has(agent));
};

export interface AgentGroup {
  key: string;
  agents: FloorAgent[];
}

/** An agent of several groups or queues stands in each of them; who has none stands under the empty key. */
export const grouped = (agents: readonly FloorAgent[], by: GroupBy): AgentGroup[] => {
  if (by === "none") return [{ key: "", agents: [...agents] }];
  const groups = new Map<string, FloorAgent[]>();
  for (const agent of agents) {
    const keys =
      by === "state"
        ? [agent.state.status]
        : by === "group"
          ? agent.setUp.groups
          : agent.setUp.queues;
    for (const key of keys.length === 0 ? [""] : keys) {
      groups.set(key, [...(groups.get(key) ?? []), agent]);
    }
  }
  const place = (key: string): number | string =>
    by === "state" ? stateOrder.indexOf(key as AgentStatus) : key === "" ? "~" : key;
  return [...groups]
    .map(([key, members]) => ({ key, agents: members }))
    .sort((one, other) => compare(place(one.key), place(other.key)));
};
