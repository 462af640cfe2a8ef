import type {
  CentreRules,
  FlowLive,
  FlowNodeType,
  FlowRule,
  Prompt,
  RuleChangesPage,
  RuleProblem,
} from "../contracts/flows";
import { rest } from "./rest";

const ruleOf = (id: string): string => `/api/rules/flow/${encodeURIComponent(id)}`;
const flowOf = (id: string): string => `/api/flows/${encodeURIComponent(id)}`;

interface Changed {
  version: number;
}

/** What the editor of flows asks of the server. */
export const flowsApi = {
  nodeTypes: (signal?: AbortSignal) => rest.get<FlowNodeType[]>("/api/flows/node-types", signal),

  rules: (signal?: AbortSignal) => rest.get<CentreRules>("/api/rules", signal),

  prompts: (signal?: AbortSignal) => rest.get<Prompt[]>("/api/prompts", signal),

  /** `version` guards against writing over what somebody else has changed. */
  save: (rule: FlowRule, version: number | null) =>
    rest.change<Changed>(
      "PUT",
      ruleOf(rule.id),
      rule,
      version === null ? {} : { headers: { "If-Match": `"${version}"` } },
    ),

  remove: (id: string) => rest.change<Changed>("DELETE", ruleOf(id)),

  check: (rule: FlowRule) =>
    rest.change<{ problems: RuleProblem[] }>("POST", `${ruleOf(rule.id)}/check`, rule),

  /** Newest first; of one flow or of all. `before` is a version. */
  changes: (id: string | null, before: number | null, limit: number, signal?: AbortSignal) => {
    const query = new URLSearchParams({ kind: "flow", limit: String(limit) });
    if (id !== null) query.set("id", id);
    if (before !== null) query.set("before", String(before));
    return rest.get<RuleChangesPage>(`/api/rules/changes?${query}`, signal);
  },

  publish: (id: string) => rest.change<Changed>("POST", `${flowOf(id)}/publish`),

  testCall: (id: string, number: string) =>
    rest.change<void>("POST", `${flowOf(id)}/test-call`, { number }),

  live: (id: string, signal?: AbortSignal) => rest.get<FlowLive>(`${flowOf(id)}/live`, signal),
};
