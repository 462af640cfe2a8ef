import type { Rule } from "../../../contracts/rules";
import type { Kind, Pattern } from "./kind";
import type { RulesView } from "./rulesView";
import { suggestedKey } from "./useItem";

/** Something new that is like something there. `suffix` marks its name. */
export const copyOf = (kind: Kind, item: Rule, suffix: string, view: RulesView): Rule => {
  const copy: Rule & { name?: string } = structuredClone(item);
  if (typeof copy.name === "string" && kind.keySource === "named")
    copy.name = `${copy.name} ${suffix}`;
  return { ...copy, id: kind.keySource === "typed" ? "" : suggestedKey(kind, copy, view) };
};

/** An item to begin with: empty, or after a pattern. */
export const beginning = (kind: Kind, pattern: Pattern<Rule> | null, view: RulesView): Rule => {
  const item = pattern === null ? kind.empty(view) : pattern.item(view);
  return kind.keySource === "named" ? { ...item, id: suggestedKey(kind, item, view) } : item;
};
