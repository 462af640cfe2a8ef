import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { DeskAction } from "../../actions/action";
import { actionCatalog } from "../../actions/catalog";
import { api } from "../../connection/api";
import { Problem, SERVER_AWAY } from "../../connection/restClient";
import type { DeskOptions } from "../../contracts/rest";
import { backOffMs } from "../../shared/backOff";

interface Known {
  options: DeskOptions;
  catalog: readonly DeskAction[];
}

const none: DeskOptions = {
  notReadyReasons: [],
  reasons: [],
  results: [],
  topics: [],
  noteMax: 4_000,
};
const Context = createContext<Known>({ options: none, catalog: actionCatalog([]) });

/** Reasons, results and topics of the server, and the actions that follow from them. */
export const DeskOptionsProvider = ({ children }: { children: ReactNode }) => {
  const { data } = useQuery({
    queryKey: ["desk-options"],
    queryFn: api.deskOptions,
    staleTime: 60_000,
    retry: (_, error) => error instanceof Problem && error.code === SERVER_AWAY,
    retryDelay: (attempt) => backOffMs(attempt),
    networkMode: "always",
  });
  const known = useMemo(() => {
    const options = data ?? none;
    return { options, catalog: actionCatalog(options.notReadyReasons, options.reasons) };
  }, [data]);
  return <Context.Provider value={known}>{children}</Context.Provider>;
};

export const useDeskOptions = (): DeskOptions => useContext(Context).options;
export const useCatalog = (): readonly DeskAction[] => useContext(Context).catalog;
