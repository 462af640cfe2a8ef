import type {
  FloorAgent,
  FloorBeat,
  FloorCaller,
  FloorChange,
  FloorQueue,
  FloorSetUp,
  FloorSnapshot,
  PbxLink,
} from "../../../contracts/floor";

/** The floor as this page knows it: a fold over snapshots, changes and beats. */
export interface Floor {
  readonly sequence: number;
  /** An event was missed, or nothing is known yet: only a snapshot helps. */
  readonly needsSnapshot: boolean;
  readonly isLinkUp: boolean;
  /** When the server was last heard, on the page's clock. */
  readonly heardAt: number;
  /** Add this to the page's clock to get the server's, in milliseconds. */
  readonly clockAheadMs: number;
  readonly pbxLink: PbxLink;
  readonly day: string;
  readonly setUp: FloorSetUp;
  readonly agents: ReadonlyMap<string, FloorAgent>;
  readonly queues: ReadonlyMap<string, FloorQueue>;
  readonly callers: ReadonlyMap<string, FloorCaller>;
}

/** Beats come every second: whoever has heard nothing for so long shows the past. */
export const STALE_MS = 2_500;

export const emptyFloor: Floor = {
  sequence: 0,
  needsSnapshot: true,
  isLinkUp: false,
  heardAt: 0,
  clockAheadMs: 0,
  pbxLink: "connecting",
  day: "",
  setUp: { groups: [], skills: [], reasons: [] },
  agents: new Map(),
  queues: new Map(),
  callers: new Map(),
};

export const isKnown = (floor: Floor): boolean => floor.day !== "";

export const isStale = (floor: Floor, now: number): boolean =>
  !floor.isLinkUp || now - floor.heardAt > STALE_MS;

export const foldSnapshot = (floor: Floor, snapshot: FloorSnapshot, now: number): Floor => ({
  ...floor,
  sequence: snapshot.sequence,
  needsSnapshot: false,
  heardAt: now,
  clockAheadMs: Date.parse(snapshot.serverNow) - now,
  pbxLink: snapshot.pbxLink,
  day: snapshot.day,
  setUp: snapshot.setUp,
  agents: new Map(snapshot.agents.map((agent) => [agent.id, agent])),
  queues: new Map(snapshot.queues.map((queue) => [queue.id, queue])),
  callers: new Map(snapshot.callers.map((caller) => [caller.interactionId, caller])),
});

export const foldChange = (floor: Floor, change: FloorChange, now: number): Floor => {
  const heard = { ...floor, heardAt: now };
  if (floor.needsSnapshot || change.sequence <= floor.sequence) return heard;
  if (change.sequence > floor.sequence + 1) return { ...heard, needsSnapshot: true };
  return {
    ...heard,
    sequence: change.sequence,
    pbxLink: change.pbxLink ?? floor.pbxLink,
    day: change.day ?? floor.day,
    setUp: change.setUp ?? floor.setUp,
    agents: merge(floor.agents, change.agents, change.agentsGone),
    queues: merge(floor.queues, change.queues, change.queuesGone),
    callers: replaceCallers(floor.callers, change.callers, change.callersGone),
  };
};

/** Nothing has happened; but whoever counts less than the server has missed something. */
export const foldBeat = (floor: Floor, beat: FloorBeat, now: number): Floor => ({
  ...floor,
  heardAt: now,
  clockAheadMs: Date.parse(beat.serverNow) - now,
  needsSnapshot: floor.needsSnapshot || beat.sequence > floor.sequence,
});

export const foldLink = (floor: Floor, isLinkUp: boolean): Floor => ({
  ...floor,
  isLinkUp,
  needsSnapshot: floor.needsSnapshot || !isLinkUp,
});

type Row = { id: string; sequence: number };

const merge = <T extends Row>(
  rows: ReadonlyMap<string, T>,
  changed: readonly (Row & Partial<T>)[] | undefined,
  gone: readonly string[] | undefined,
): ReadonlyMap<string, T> => {
  if (changed === undefined && gone === undefined) return rows;
  const next = new Map(rows);
  // A new row comes whole; of a known one the parts that have changed.
  for (const parts of changed ?? []) next.set(parts.id, { ...next.get(parts.id), ...parts } as T);
  for (const id of gone ?? []) next.delete(id);
  return next;
};

export const replaceCallers = (
  rows: ReadonlyMap<string, FloorCaller>,
  changed: readonly FloorCaller[] | undefined,
  gone: readonly string[] | undefined,
): ReadonlyMap<string, FloorCaller> => {
  if (changed === undefined && gone === undefined) return rows;
  const next = new Map(rows);
  for (const caller of changed ?? []) next.set(caller.interactionId, caller);
  for (const id of gone ?? []) next.delete(id);
  return next;
};
