import { useSyncExternalStore } from "react";

const STEP_MS = 250;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(tick, STEP_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};

const tick = (): void => {
  now = Date.now();
  for (const listener of listeners) listener();
};

/** The page's clock in milliseconds; all who show a running time tick together. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
