import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Spin } from "antd";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../../connection/api";
import { rulesApi } from "../../../connection/rulesApi";
import type { Session } from "../../../contracts/rest";
import type { CentreRules } from "../../../contracts/rules";
import type { Language } from "../../../contracts/shared";
import { openDrafts } from "./drafts";
import { RulesView } from "./rulesView";

export const RULES_KEY = ["rules"];
const LOOK_MS = 30_000;
const STAFF_LOOK_MS = 60_000;

interface Admin {
  rules: CentreRules;
  view: RulesView;
  /** Supervisors may look. */
  isReadOnly: boolean;
  /** Asks the server for the rules as they are now. */
  refresh(): Promise<CentreRules>;
}

const Context = createContext<Admin | null>(null);

/** The rules of the centre for everything below; until they are here, says so. */
export const AdminProvider = ({ session, children }: { session: Session; children: ReactNode }) => {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  useState(() => openDrafts(session.employeeId));
  const { data, isError, refetch } = useQuery({ ...rulesQuery, refetchInterval: LOOK_MS });
  const { data: people } = useQuery({
    queryKey: ["people"],
    queryFn: async ({ signal }) => (await api.status(signal)).agents,
    select: (agents) => agents.map(({ id, name }) => ({ id, name })),
    refetchInterval: STAFF_LOOK_MS,
  });
  const language = i18n.language as Language;
  const isReadOnly = session.role !== "administrator";
  const admin = useMemo(
    () =>
      data === undefined
        ? null
        : {
            rules: data,
            view: new RulesView(data, people ?? [], language),
            isReadOnly,
            refresh: async () => await queries.fetchQuery({ ...rulesQuery, staleTime: 0 }),
          },
    [data, people, language, isReadOnly, queries],
  );
  if (admin !== null) return <Context.Provider value={admin}>{children}</Context.Provider>;
  return isError ? (
    <p className="admin-wait soft" data-testid="rules-failed">
      {t("admin.loadFailed")}{" "}
      <Button size="small" onClick={() => void refetch()}>
        {t("history.retry")}
      </Button>
    </p>
  ) : (
    <p className="admin-wait soft">
      <Spin size="small" /> {t("session.loading")}
    </p>
  );
};

const rulesQuery = {
  queryKey: RULES_KEY,
  queryFn: ({ signal }: { signal: AbortSignal }) => rulesApi.all(signal),
};

export const useAdmin = (): Admin => {
  const admin = useContext(Context);
  if (admin === null) throw new Error("There is no AdminProvider above.");
  return admin;
};
