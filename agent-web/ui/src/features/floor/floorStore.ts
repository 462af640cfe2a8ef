import { useEffect } from "react";
import { create } from "zustand";
import { type FloorHub, HubFloor } from "../../connection/floorHub";
import { backOffMs } from "../../shared/backOff";
import { useAskSession } from "../frame/session";
import {
  emptyFloor,
  type Floor,
  foldBeat,
  foldChange,
  foldLink,
  foldSnapshot,
} from "./model/floor";

export const useFloor = create<Floor>(() => emptyFloor);

/** Wires a hub to the store; the returned function lets it go. */
export const watchFloor = (hub: FloorHub): (() => void) => {
  let isAsking = false;
  let isOver = false;

  const askSnapshot = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    for (let attempt = 0; !isOver; attempt++) {
      const { needsSnapshot, isLinkUp } = useFloor.getState();
      if (!needsSnapshot || !isLinkUp) break;
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, backOffMs(attempt)));
      try {
        const snapshot = await hub.snapshot();
        useFloor.setState((floor) => foldSnapshot(floor, snapshot, Date.now()), true);
      } catch {
        // The link broke meanwhile, or the server is still starting: the loop looks again.
      }
    }
    isAsking = false;
  };

  const fold = (next: (floor: Floor) => Floor): void => {
    useFloor.setState(next, true);
    void askSnapshot();
  };

  hub.start({
    onUp: () => fold((floor) => foldLink(floor, true)),
    onDown: () => fold((floor) => foldLink(floor, false)),
    onChange: (change) => fold((floor) => foldChange(floor, change, Date.now())),
    onBeat: (beat) => fold((floor) => foldBeat(floor, beat, Date.now())),
  });
  return () => {
    isOver = true;
    hub.stop();
    useFloor.setState(emptyFloor, true);
  };
};

let watchers = 0;
let letGo: (() => void) | null = null;

/** Watches the floor for as long as any part of the screen wants it: all share one connection. */
export const useWatchedFloor = (): void => {
  const askSession = useAskSession();
  useEffect(() => {
    if (watchers++ === 0) letGo = watchFloor(new HubFloor("/hubs/floor", askSession));
    return () => {
      if (--watchers > 0) return;
      letGo?.();
      letGo = null;
    };
  }, [askSession]);
};
