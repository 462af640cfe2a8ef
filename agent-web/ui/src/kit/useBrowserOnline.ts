import { useSyncExternalStore } from "react";

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
};

/** Whether the browser believes that this computer has a network. */
export const useBrowserOnline = (): boolean =>
  useSyncExternalStore(subscribe, () => navigator.onLine);
