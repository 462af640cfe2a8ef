import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { create } from "zustand";
import { floorApi } from "../../connection/floorApi";
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

const NAME = "floor";
const SAVE_AFTER_MS = 800;

interface Kept {
  preferences: FloorPreferences;
  isChanged: boolean;
}

const useKept = create<Kept>(() => ({ preferences: defaultPreferences, isChanged: false }));

export const usePreferences = (): FloorPreferences => useKept((kept) => kept.preferences);

export const prefer = (change: Partial<FloorPreferences>): void =>
  useKept.setState(({ preferences }) => ({
    preferences: { ...preferences, ...change },
    isChanged: true,
  }));

/** What an older page kept lacks what a newer one knows. */
export const complete = (kept: Partial<FloorPreferences> | null): FloorPreferences => ({
  ...defaultPreferences,
  ...kept,
  filters: { ...noFilters, ...kept?.filters },
  thresholds: { ...defaultThresholds, ...kept?.thresholds },
});

/** What could not be kept is tried again with the next change, or when the floor is left. */
const save = async (preferences: FloorPreferences): Promise<void> => {
  try {
    await floorApi.keepPreference(NAME, preferences);
    if (useKept.getState().preferences === preferences) useKept.setState({ isChanged: false });
  } catch {
    // It stays changed.
  }
};

const leave = (): void => {
  const { preferences, isChanged } = useKept.getState();
  if (isChanged) void save(preferences);
};

/** Takes them from the server once, and brings changes there a moment after the last of them. */
export const useKeptPreferences = (): boolean => {
  const { data } = useQuery({
    queryKey: ["preference", NAME],
    queryFn: () => floorApi.preference<Partial<FloorPreferences>>(NAME),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useEffect(() => {
    if (data !== undefined) useKept.setState({ preferences: complete(data), isChanged: false });
  }, [data]);

  const { preferences, isChanged } = useKept();
  useEffect(() => {
    if (!isChanged) return;
    const timer = setTimeout(() => void save(preferences), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [preferences, isChanged]);
  useEffect(() => leave, []);
  return data !== undefined;
};
