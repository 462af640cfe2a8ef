import type { CentreRules, Rule, RuleChangesPage, RuleKind, RuleProblem } from "../contracts/rules";
import { rest } from "./rest";

const itemPath = (kind: RuleKind, id: string): string =>
  `/api/rules/${kind}/${encodeURIComponent(id)}`;
const ifMatch = (version: number | null) =>
  version === null ? {} : { headers: { "If-Match": `"${version}"` } };

/** The requests of administration; problems `rule-refused` and `rules-changed` come as errors. */
export const rulesApi = {
  all: (signal?: AbortSignal) => rest.get<CentreRules>("/api/rules", signal),

  put: (kind: RuleKind, item: Rule, version: number | null) =>
    rest.change<{ version: number }>("PUT", itemPath(kind, item.id), item, ifMatch(version)),

  remove: (kind: RuleKind, id: string, version: number | null) =>
    rest.change<{ version: number }>("DELETE", itemPath(kind, id), undefined, ifMatch(version)),

  /** What would be wrong with an item; nothing changes. */
  check: (kind: RuleKind, item: Rule) =>
    rest.change<{ problems: RuleProblem[] }>("POST", `${itemPath(kind, item.id)}/check`, item),

  /** Newest first; `before` is a version. */
  changes(
    about: { kind: RuleKind; id?: string },
    before: number | null,
    limit: number,
    signal?: AbortSignal,
  ): Promise<RuleChangesPage> {
    const query = new URLSearchParams({ ...about, limit: String(limit) });
    if (before !== null) query.set("before", String(before));
    return rest.get<RuleChangesPage>(`/api/rules/changes?${query}`, signal);
  },

  restore: (kind: RuleKind, id: string, version: number) =>
    rest.change<{ version: number }>("POST", `${itemPath(kind, id)}/restore`, { version }),
};
