import { useEffect } from "react";
import { create } from "zustand";
import { followHub } from "../../connection/followHub";
import { LivePushedHub, type PushedHub } from "../../connection/pushedHub";
import type { WorkChange, WorkSnapshot } from "../../contracts/work";
import { useAskSession } from "../frame/session";
import {
  type AgentWork,
  foldBeat,
  foldChange,
  foldLink,
  foldSnapshot,
  noWork,
} from "./model/agentWork";

export const useWork = create<AgentWork>(() => noWork);

/** Wires a hub to the store; the returned function lets it go. */
export const watchWork = (hub: PushedHub<WorkSnapshot, WorkChange>): (() => void) =>
  followHub(hub, useWork, {
    empty: noWork,
    snapshot: foldSnapshot,
    change: foldChange,
    beat: foldBeat,
    link: foldLink,
  });

/** Watches who waits for as long as the list is on the screen. */
export const useWatchedWork = (): void => {
  const askSession = useAskSession();
  useEffect(() => watchWork(new LivePushedHub("/hubs/work", "Work", askSession)), [askSession]);
};
