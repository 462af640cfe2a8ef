import { Problem } from "../../../connection/restClient";
import type { CentreRules, Rule, RuleKind, RuleProblem } from "../../../contracts/rules";
import { same } from "../../../shared/same";

export type Outcome =
  | { kind: "done"; version: number }
  | { kind: "refused"; problems: readonly RuleProblem[] }
  /** The item is not what it was when the typing began. */
  | { kind: "changed" }
  | { kind: "failed"; code: string };

interface Wish {
  kind: RuleKind;
  id: string;
  /** What the server has as far as the author knows. */
  base: Rule | null;
  known: CentreRules;
  fresh(): Promise<CentreRules>;
  send(version: number): Promise<{ version: number }>;
}

const TRIES = 4;

/**
 * Changes one item under the version of all rules. When others have changed other items meanwhile, it is sent again;
 * when they have changed this one, it is not.
 */
export const changeItem = async (wish: Wish): Promise<Outcome> => {
  try {
    let rules = wish.known;
    for (let turn = 0; turn < TRIES; turn++) {
      if (turn > 0) rules = await wish.fresh();
      if (!same(itemOf(rules, wish.kind, wish.id), wish.base)) return { kind: "changed" };
      const version = await send(wish, rules.version);
      if (version !== null) return { kind: "done", version };
    }
    return { kind: "failed", code: "rules-changed" };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code === "rule-refused"
      ? { kind: "refused", problems: error.details.problems ?? [] }
      : { kind: "failed", code: error.code };
  }
};

const send = async (wish: Wish, version: number): Promise<number | null> => {
  try {
    return (await wish.send(version)).version;
  } catch (error) {
    if (error instanceof Problem && error.status === 409) return null;
    throw error;
  }
};

const itemOf = (rules: CentreRules, kind: RuleKind, id: string): Rule | null =>
  (rules.kinds[kind] as readonly Rule[] | undefined)?.find((item) => item.id === id) ?? null;
