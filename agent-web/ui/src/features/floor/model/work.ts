import type { FloorAgent, FloorCall, FloorCaller, FloorClient } from "../../../contracts/floor";
import type { CallKind } from "../../../contracts/hub";
import type { CallerNumber, Instant } from "../../../contracts/shared";
import { inOrder } from "./figures";
import type { Floor } from "./floor";
import type { Filters } from "./view";

/** What is shown of all the work: who waits, what is one's own, what is put off, everything. */
export type WorkFilter = "queue" | "mine" | "postponed" | "all";

export const workFilters: readonly WorkFilter[] = ["queue", "mine", "postponed", "all"];

/** Somebody who waits, or is in an agent's hands. */
export interface WorkItem {
  interactionId: string;
  kind: CallKind;
  queueId: string;
  number: CallerNumber | null;
  client: FloorClient | null;
  /** `waiting`, `assigned` to one agent, `scheduled` for later; otherwise the stage of the call. */
  state: string;
  /** Since when he waits, or what he sees of the call goes on. */
  since: Instant;
  /** When a call-back is tried again. */
  dueAt: Instant | null;
  /** Who has it, or to whom it is given. */
  agentId: string | null;
  /** Whether it stands in a line, so that it can be moved, given, preferred. */
  isWaiting: boolean;
  priority: number | null;
  pointsGiven: number | null;
}

const ofCaller = (caller: FloorCaller, now: number): WorkItem => {
  const isLater = caller.dueAt !== undefined && Date.parse(caller.dueAt) > now;
  const isGiven = caller.assignedUntil !== undefined && Date.parse(caller.assignedUntil) > now;
  return {
    interactionId: caller.interactionId,
    kind: caller.kind,
    queueId: caller.queueId,
    number: caller.number,
    client: caller.client,
    state: isLater ? "scheduled" : isGiven ? "assigned" : "waiting",
    since: caller.since,
    dueAt: isLater ? (caller.dueAt ?? null) : null,
    agentId: isGiven ? (caller.assignedTo ?? null) : null,
    isWaiting: true,
    priority: caller.priority,
    pointsGiven: caller.pointsGiven,
  };
};

const ofCall = (agent: FloorAgent, call: FloorCall, caller: FloorCaller | undefined): WorkItem => ({
  interactionId: call.interactionId,
  kind: call.kind,
  queueId: call.queueId,
  number: call.number ?? null,
  client: call.client ?? null,
  state: call.stage,
  since: call.since,
  dueAt: null,
  agentId: agent.id,
  isWaiting: false,
  priority: caller?.priority ?? null,
  pointsGiven: caller?.pointsGiven ?? null,
});

/** Those who wait, in the order in which they go, and then those who are served, the longest first. */
export const workOf = (floor: Floor, now: number): WorkItem[] => {
  const served = [...floor.agents.values()]
    .flatMap((agent) => {
      const { call } = agent.state;
      return call === undefined ? [] : [ofCall(agent, call, floor.callers.get(call.interactionId))];
    })
    .sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
  // Whoever is being rung for still stands in his line.
  const rung = new Set(served.map(({ interactionId }) => interactionId));
  const waiting = inOrder(floor.callers.values(), floor.queues).filter(
    ({ interactionId }) => !rung.has(interactionId),
  );
  return [...waiting.map((caller) => ofCaller(caller, now)), ...served];
};

const isShown = (item: WorkItem, filter: WorkFilter, me: string): boolean => {
  switch (filter) {
    case "queue":
      return item.isWaiting && item.state !== "scheduled";
    case "mine":
      return item.agentId === me;
    case "postponed":
      return item.isWaiting && item.kind === "callback";
    case "all":
      return true;
  }
};

const digits = (text: string): string => text.replace(/\D/g, "");

/** Words are looked for in names, digits in numbers. */
const holds = (item: WorkItem, text: string, nameOf: (agent: string) => string): boolean => {
  const wanted = text.trim().toLowerCase();
  const names = [item.client?.displayName ?? "", item.agentId === null ? "" : nameOf(item.agentId)];
  const number = digits(wanted);
  return (
    names.some((name) => name.toLowerCase().includes(wanted)) ||
    (number !== "" && digits(item.number?.shown ?? "").includes(number))
  );
};

export const workInView = (
  floor: Floor,
  filter: WorkFilter,
  { queues, text }: Pick<Filters, "queues" | "text">,
  me: string,
  now: number,
): WorkItem[] => {
  const nameOf = (agent: string): string => floor.agents.get(agent)?.setUp.name ?? "";
  return workOf(floor, now).filter(
    (item) =>
      isShown(item, filter, me) &&
      (queues.length === 0 || queues.includes(item.queueId)) &&
      holds(item, text, nameOf),
  );
};

/** How much stands under each filter, whatever else is chosen. */
export const workCounts = (floor: Floor, me: string, now: number): Record<WorkFilter, number> => {
  const items = workOf(floor, now);
  const count = (filter: WorkFilter): number =>
    items.filter((item) => isShown(item, filter, me)).length;
  return {
    queue: count("queue"),
    mine: count("mine"),
    postponed: count("postponed"),
    all: count("all"),
  };
};
