import { Problem } from "../../../connection/restClient";
import { rulesApi } from "../../../connection/rulesApi";
import type { FlowGraph, FlowRule } from "../../../contracts/flows";
import type { CentreRules } from "../../../contracts/rules";
import { flowsOf } from "../flowQueries";
import { sameGraph } from "../model/diff";
import { usableGraph } from "../model/usable";
import { drawnRule } from "./useProblems";

export type Saved =
  | { kind: "saved"; version: number }
  /** Somebody else has changed this flow meanwhile; `theirs` is what the server has now. */
  | { kind: "conflict"; theirs: FlowRule }
  | { kind: "failed"; problem: Problem };

/**
 * Saves a draft over the one it was drawn from. Rules have one version for all, so that a newer one
 * mostly means a change elsewhere: then the draft is saved all the same.
 */
export const saveDraft = async (
  known: CentreRules,
  id: string,
  graph: FlowGraph,
  base: FlowGraph,
): Promise<Saved> => {
  let rules = known;
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const rule = flowsOf(rules).find((flow) => flow.id === id);
    const isNew = rule === undefined;
    if (!isNew && !sameGraph(usableGraph(rule), base)) {
      if (attempt > 0) return { kind: "conflict", theirs: rule };
      rules = await rulesApi.all(); // What the page remembers may be old.
      continue;
    }
    const drawn = isNew ? { id, name: graph.name, draft: graph } : drawnRule(rule, graph);
    try {
      return { kind: "saved", version: (await rulesApi.put("flow", drawn, rules.version)).version };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status !== 409) return { kind: "failed", problem: error };
      rules = await rulesApi.all();
    }
  }
  return { kind: "failed", problem: new Problem("rules-changed", 409) };
};

const ATTEMPTS_MAX = 5;
