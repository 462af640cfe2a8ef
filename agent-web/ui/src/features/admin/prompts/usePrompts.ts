import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { promptsApi } from "../../../connection/promptsApi";
import type { MissingPrompt, Prompt, PromptUse } from "../../../contracts/prompts";
import type { Language } from "../../../contracts/shared";
import { promptName } from "../../../i18n/promptName";
import { useAdmin } from "../core/adminContext";
import { promptsQuery } from "../fields/PromptField";

const LOOK_MS = 30_000;

export interface ShelfRow {
  id: string;
  name: string;
  /** Null: it is played and nobody has made it. */
  prompt: Prompt | null;
  missing: Language[];
  usedBy: Prompt["usedBy"];
}

/** All prompts, and with them those that are played and are not there. */
export const usePrompts = () => {
  const queries = useQueryClient();
  const { view } = useAdmin();
  const all = useQuery({ ...promptsQuery, refetchInterval: LOOK_MS });
  const missing = useQuery({
    queryKey: ["prompts-missing"],
    queryFn: ({ signal }) => promptsApi.missing(signal),
    refetchInterval: LOOK_MS,
  });
  const refresh = async (): Promise<void> => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: promptsQuery.queryKey }),
      queries.invalidateQueries({ queryKey: ["prompts-missing"] }),
    ]);
  };
  const look = useEffectEvent(() => void refresh());
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rules play other prompts
  useEffect(() => look(), [view.version]);
  return {
    rows: all.data === undefined ? null : shelf(all.data, missing.data ?? []),
    isError: all.isError,
    retry: () => void all.refetch(),
    refresh,
  };
};

export const shelf = (
  prompts: readonly Prompt[],
  missing: readonly MissingPrompt[],
): ShelfRow[] => {
  const lacking = new Map<string, MissingPrompt[]>();
  for (const place of missing) lacking.set(place.id, [...(lacking.get(place.id) ?? []), place]);
  const made = prompts.map((prompt) => ({
    id: prompt.id,
    name: promptName(prompt),
    prompt,
    missing: (lacking.get(prompt.id) ?? []).map(({ language }) => language),
    usedBy: prompt.usedBy,
  }));
  const known = new Set(prompts.map(({ id }) => id));
  const unmade = [...lacking]
    .filter(([id]) => !known.has(id))
    .map(([id, places]) => ({
      id,
      name: id,
      prompt: null,
      missing: places.map(({ language }) => language),
      usedBy: once(places.flatMap(({ usedBy }) => usedBy)),
    }));
  return [...unmade, ...made.sort((left, right) => left.name.localeCompare(right.name))];
};

const once = (uses: readonly PromptUse[]): PromptUse[] => [
  ...new Map(uses.map((use) => [`${use.kind}/${use.id}`, use])).values(),
];
