import { useQuery } from "@tanstack/react-query";
import { api } from "../../connection/api";

const LIVE_LOOK_MS = 3_000;
const NAMES_HOLD_MS = 60_000;

/** Everybody and every queue, with their states of now: nobody pushes them, so they are asked for while looked at. */
export const useLiveDirectory = (isShown: boolean) =>
  useQuery({
    queryKey: ["directory"],
    queryFn: ({ signal }) => api.directory(signal),
    enabled: isShown,
    refetchInterval: LIVE_LOOK_MS,
    staleTime: 0,
  });

/** The same for the sake of names, which hardly change. */
export const useDirectoryOfNames = (isNeeded: boolean) =>
  useQuery({
    queryKey: ["directory"],
    queryFn: ({ signal }) => api.directory(signal),
    enabled: isNeeded,
    staleTime: NAMES_HOLD_MS,
  });
