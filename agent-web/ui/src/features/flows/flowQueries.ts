import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { flowsApi } from "../../connection/flowsApi";
import { promptsApi } from "../../connection/promptsApi";
import { rulesApi } from "../../connection/rulesApi";
import type { FlowRule } from "../../contracts/flows";
import type { CentreRules } from "../../contracts/rules";
import { promptName } from "../../i18n/promptName";

const LIVE_LOOK_MS = 2_000;
export const CHANGES_PAGE = 50;

export const useRules = () =>
  useQuery({ queryKey: ["rules"], queryFn: ({ signal }) => rulesApi.all(signal) });

/** The catalog is the server's and changes with its program only. */
export const useNodeTypes = () =>
  useQuery({
    queryKey: ["flows", "node-types"],
    queryFn: ({ signal }) => flowsApi.nodeTypes(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** All prompts, by the names that people know them by. */
export const usePrompts = () => {
  useTranslation(); // Names follow the language.
  return useQuery({
    queryKey: ["prompts"],
    queryFn: ({ signal }) => promptsApi.all(signal),
    select: (prompts) => prompts.map((prompt) => ({ ...prompt, name: promptName(prompt) })),
  });
};

export const useLastChanges = () =>
  useQuery({
    queryKey: ["rules", "changes", "flow"],
    queryFn: async ({ signal }) =>
      (await rulesApi.changes({ kind: "flow" }, null, CHANGES_PAGE, signal)).items,
  });

export const useLive = (flowId: string, isWatched: boolean) =>
  useQuery({
    queryKey: ["flows", flowId, "live"],
    queryFn: ({ signal }) => flowsApi.live(flowId, signal),
    refetchInterval: LIVE_LOOK_MS,
    enabled: isWatched,
    retry: false,
  });

export const useRulesAgain = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["rules"] });
};

export const flowsOf = (rules: CentreRules | undefined): FlowRule[] =>
  (rules?.kinds.flow ?? []) as unknown as FlowRule[];
