import { useQuery } from "@tanstack/react-query";
import { api } from "../../connection/api";

const NAMES_HOLD_MS = 60_000;

/** Everybody and every queue for the sake of names, which hardly change. */
export const useDirectoryOfNames = (isNeeded: boolean) =>
  useQuery({
    queryKey: ["directory"],
    queryFn: ({ signal }) => api.directory(signal),
    enabled: isNeeded,
    staleTime: NAMES_HOLD_MS,
  });
