import type {
  FloorAgent,
  FloorCall,
  FloorCaller,
  FloorClient,
  Place,
} from "../../../contracts/floor";
import type { CallKind } from "../../../contracts/hub";
import type { CallerNumber, Instant } from "../../../contracts/shared";
import { inOrder } from "./figures";
import type { Floor } from "./floor";
import type { Filters } from "./view";

/** What is shown of all the work: who waits, what is one's own, what is put off, everything. */
export type WorkFilter = "queue" | "mine" | "postponed" | "all";

export const workFilters: readonly WorkFilter[] = ["queue", "mine", "postponed", "all"];

/** Somebody who waits, is in an agent's hands, or with nobody of ours. */
export interface WorkItem {
  interactionId: string;
  kind: CallKind;
  queueId: string;
  number: CallerNumber | null;
  client: FloorClient | null;
  /** `waiting`, `assigned` to one agent, `scheduled` for later; where he is; otherwise the stage of the call. */
  state: string;
  /** Since when he waits, or what he sees of the call goes on. */
  since: Instant;
  /** When a call-back is tried again. */
  dueAt: Instant | null;
  /** Who has it, or to whom it is given. */
  agentId: string | null;
  /** The flow that has him, or the number outside that talks with him. */
  through: string | null;
  /** Whether it stands in a line, so that it can be moved and given to somebody. */
  isWaiting: boolean;
  /** Whether it stands in a line or may come to one, so that it can be served sooner or later. */
  mayBePreferred: boolean;
  priority: number | null;
  pointsGiven: number | null;
}

const flows: readonly (Place | undefined)[] = ["inFlow", "throughFlow"];

export const ofCaller = (caller: FloorCaller, now: number): WorkItem => {
  const { place } = caller;
  const isLater = caller.dueAt !== undefined && Date.parse(caller.dueAt) > now;
  const isGiven = caller.assignedUntil !== undefined && Date.parse(caller.assignedUntil) > now;
  return {
    interactionId: caller.interactionId,
    kind: caller.kind,
    queueId: caller.queueId,
    number: caller.number,
    client: caller.client,
    state: place ?? (isLater ? "scheduled" : isGiven ? "assigned" : "waiting"),
    since: caller.since,
    dueAt: isLater ? (caller.dueAt ?? null) : null,
    agentId: isGiven ? (caller.assignedTo ?? null) : null,
    through: caller.through ?? null,
    isWaiting: place === undefined,
    mayBePreferred: place === undefined || flows.includes(place),
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
  through: null,
  isWaiting: false,
  mayBePreferred: false,
  priority: caller?.priority ?? null,
  pointsGiven: caller?.pointsGiven ?? null,
});

/** Those who wait, in the order in which they go, those who are elsewhere, and those who are served. */
export const workOf = (floor: Floor, now: number): WorkItem[] => {
  const served = [...floor.agents.values()]
    .flatMap((agent) => {
      const { call } = agent.state;
      return call === undefined ? [] : [ofCall(agent, call, floor.callers.get(call.interactionId))];
    })
    .sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
  // Whoever is being rung for still stands in his line.
  const rung = new Set(served.map(({ interactionId }) => interactionId));
  const others = inOrder(
    floor.callers.values(),
    (queue) => floor.queues.get(queue)?.setUp.secondsPerPriorityPoint,
  )
    .filter(({ interactionId }) => !rung.has(interactionId))
    .map((caller) => ofCaller(caller, now));
  return [
    ...others.filter(({ isWaiting }) => isWaiting),
    ...others.filter(({ isWaiting }) => !isWaiting),
    ...served,
  ];
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

/** Those of them who fit. */
export const inView = (
  items: readonly WorkItem[],
  filter: WorkFilter,
  { queues, text }: Pick<Filters, "queues" | "text">,
  me: string,
  nameOf: (agent: string) => string,
): WorkItem[] =>
  items.filter(
    (item) =>
      isShown(item, filter, me) &&
      (queues.length === 0 || queues.includes(item.queueId)) &&
      holds(item, text, nameOf),
  );

export const workInView = (
  floor: Floor,
  filter: WorkFilter,
  filters: Pick<Filters, "queues" | "text">,
  me: string,
  now: number,
): WorkItem[] =>
  inView(workOf(floor, now), filter, filters, me, (id) => floor.agents.get(id)?.setUp.name ?? "");

/** How much stands under each filter, whatever else is chosen. */
export const workCounts = (items: readonly WorkItem[], me: string): Record<WorkFilter, number> => {
  const count = (filter: WorkFilter): number =>
    items.filter((item) => isShown(item, filter, me)).length;
  return {
    queue: count("queue"),
    mine: count("mine"),
    postponed: count("postponed"),
    all: count("all"),
  };
};
