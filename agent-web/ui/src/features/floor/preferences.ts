import { keptPreferences, useKeeping } from "../kept/keptPreferences";
import { defaultThresholds, type Thresholds } from "./model/thresholds";
import { type Filters, type GroupBy, noFilters, type Sort } from "./model/view";
import type { WorkFilter } from "./model/work";

/** How somebody likes the floor; kept on the server, so that it is the same at every computer. */
export interface FloorPreferences {
  agentColumns: string[];
  queueColumns: string[];
  workColumns: string[];
  workFilter: WorkFilter;
  filters: Filters;
  groupBy: GroupBy;
  sort: Sort;
  thresholds: Thresholds;
  hasSound: boolean;
  /** Queues of the wall board; empty: all. */
  wallQueues: string[];
}

export const agentColumnCodes = [
  "state",
  "time-in-state",
  "call",
  "stage-time",
  "groups",
  "queues",
  "contacts",
  "handled",
  "average-handle",
  "average-talk",
  "average-wrap-up",
  "occupancy",
];

export const queueColumnCodes = [
  "waiting",
  "longest-wait",
  "estimated-wait",
  "agents-ready",
  "offered",
  "answered",
  "answered-within",
  "abandoned",
  "abandoned-within",
  "left-otherwise",
  "service-level",
  "service-level-of-all",
  "average-wait",
  "handled",
  "average-handle",
  "average-talk",
  "average-wrap-up",
];

/** The caller stands before them, always. */
export const workColumnCodes = [
  "work-client",
  "work-queue",
  "work-state",
  "work-time",
  "work-agent",
  "work-priority",
  "work-by-hand",
];

export const defaultPreferences: FloorPreferences = {
  agentColumns: [
    "state",
    "time-in-state",
    "call",
    "stage-time",
    "queues",
    "contacts",
    "average-handle",
    "occupancy",
  ],
  queueColumns: [
    "waiting",
    "longest-wait",
    "estimated-wait",
    "agents-ready",
    "offered",
    "answered",
    "abandoned",
    "service-level",
    "service-level-of-all",
    "average-wait",
  ],
  workColumns: workColumnCodes,
  workFilter: "queue",
  filters: noFilters,
  groupBy: "none",
  sort: { column: "state", isDescending: false },
  thresholds: defaultThresholds,
  hasSound: false,
  wallQueues: [],
};

/** What an older page kept lacks what a newer one knows. */
export const complete = (kept: Partial<FloorPreferences> | null): FloorPreferences => ({
  ...defaultPreferences,
  ...kept,
  filters: { ...noFilters, ...kept?.filters },
  thresholds: { ...defaultThresholds, ...kept?.thresholds },
});

const kept = keptPreferences<FloorPreferences>("floor", complete);

export const { prefer } = kept;

export const usePreferences = (): FloorPreferences => kept.useKept((state) => state.preferences);

export const useKeptPreferences = (): boolean => useKeeping(kept);
