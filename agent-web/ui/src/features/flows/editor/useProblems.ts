import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { rulesApi } from "../../../connection/rulesApi";
import type { FlowGraph, FlowRule } from "../../../contracts/flows";
import type { Catalog } from "../model/catalog";
import { type FlowProblem, merged, placed } from "../model/problem";
import type { References } from "../model/references";
import { validate } from "../model/validate";
import { useSettled } from "./useSettled";

const SETTLED_MS = 700;

/** What is wrong with the drawing: what the page sees at once, and what the server says a moment later. */
export const useProblems = (
  rule: FlowRule,
  graph: FlowGraph,
  catalog: Catalog,
  references: References,
): readonly FlowProblem[] => {
  const settled = useSettled(graph, SETTLED_MS);
  const { data: checked } = useQuery({
    queryKey: ["flows", graph.id, "check", settled],
    queryFn: async () => {
      const { problems } = await rulesApi.check("flow", drawnRule(rule, settled));
      return problems.map((found) => placed(found, settled));
    },
    gcTime: 0,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => {
    const there = new Set(graph.nodes.map((node) => node.id));
    const stillThere = (checked ?? []).filter(({ node }) => node === null || there.has(node));
    return merged(validate(graph, catalog, references), stillThere);
  }, [graph, catalog, references, checked]);
};

/** The rule as it would be saved: what is published stays as it is. */
export const drawnRule = (rule: FlowRule, graph: FlowGraph): FlowRule => ({
  ...rule,
  name: graph.name,
  draft: graph,
});
