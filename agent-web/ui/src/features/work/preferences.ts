import type { WorkFilter } from "../floor/model/work";
import { keptPreferences, useKeeping } from "../kept/keptPreferences";

/** How an agent likes his list; kept on the server, so that it is the same at every computer. */
export interface WorkPreferences {
  columns: string[];
  filter: WorkFilter;
  queues: string[];
}

/** The caller stands before them, always. */
export const workColumnCodes = [
  "work-client",
  "work-queue",
  "work-state",
  "work-time",
  "work-priority",
];

const initial: WorkPreferences = { columns: workColumnCodes, filter: "queue", queues: [] };

const kept = keptPreferences<WorkPreferences>("work", (before) => ({ ...initial, ...before }));

export const { prefer: preferWork } = kept;

export const useWorkPreferences = (): WorkPreferences => kept.useKept((state) => state.preferences);

export const useKeptWorkPreferences = (): boolean => useKeeping(kept);
