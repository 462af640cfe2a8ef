import { useEffect } from "react";
import { create } from "zustand";
import { followHub } from "../../connection/followHub";
import { LivePushedHub, type PushedHub } from "../../connection/pushedHub";
import type { FloorChange, FloorSnapshot } from "../../contracts/floor";
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
export const watchFloor = (hub: PushedHub<FloorSnapshot, FloorChange>): (() => void) =>
  followHub(hub, useFloor, {
    empty: emptyFloor,
    snapshot: foldSnapshot,
    change: foldChange,
    beat: foldBeat,
    link: foldLink,
  });

let watchers = 0;
let letGo: (() => void) | null = null;

/** Watches the floor for as long as any part of the screen wants it: all share one connection. */
export const useWatchedFloor = (): void => {
  const askSession = useAskSession();
  useEffect(() => {
    if (watchers++ === 0) letGo = watchFloor(new LivePushedHub("/hubs/floor", "Floor", askSession));
    return () => {
      if (--watchers > 0) return;
      letGo?.();
      letGo = null;
    };
  }, [askSession]);
};
