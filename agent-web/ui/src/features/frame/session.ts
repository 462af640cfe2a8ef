import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "../../connection/api";
import type { Session } from "../../contracts/rest";
import { backOffMs } from "../../shared/backOff";

const KEY = ["session"];

/** Who is signed in; null when nobody is. Asks until the server answers. */
export const useSession = () =>
  useQuery({
    queryKey: KEY,
    queryFn: api.session,
    staleTime: Number.POSITIVE_INFINITY,
    retry: true,
    retryDelay: (attempt) => backOffMs(attempt),
    networkMode: "always",
  });

export const useSetSession = (): ((session: Session | null) => void) => {
  const queries = useQueryClient();
  return (session) => {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
    queries.setQueryData(KEY, session);
  };
};

/** Asks the server whether we are still signed in. */
export const useAskSession = (): (() => void) => {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries({ queryKey: KEY }), [queries]);
};
