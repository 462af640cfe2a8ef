import type { Prompt } from "../../../contracts/prompts";
import type { CentreRules, RuleKind } from "../../../contracts/rules";

export interface Named {
  id: string;
  name: string;
  /** There, and nothing to be chosen by hand. */
  isHidden?: boolean;
}

/** Parts of numbers and dates: the node that says them puts them together. */
const SAYING = "say-";

/** What settings point at, by the kind of the setting; null while it is not known. */
export interface References {
  queue: readonly Named[] | null;
  flow: readonly Named[] | null;
  calendar: readonly Named[] | null;
  prompt: readonly Named[] | null;
}

export type ReferenceKind = keyof References;

export const noReferences: References = { queue: null, flow: null, calendar: null, prompt: null };

export const referencesOf = (
  rules: CentreRules | undefined,
  prompts: readonly Prompt[] | undefined,
): References => ({
  queue: namesOf(rules, "queue"),
  flow: namesOf(rules, "flow"),
  calendar: namesOf(rules, "calendar"),
  prompt:
    prompts?.map(({ id, name }) => ({
      id,
      name: name || id,
      isHidden: id.startsWith(SAYING),
    })) ?? null,
});

const namesOf = (rules: CentreRules | undefined, kind: ReferenceKind & RuleKind): Named[] | null =>
  rules?.kinds[kind]?.map(({ id, name }) => ({ id, name: name || id })) ?? null;

export const nameOf = (references: References, kind: ReferenceKind, id: string): string =>
  references[kind]?.find((each) => each.id === id)?.name ?? id;

export const isReference = (kind: string): kind is ReferenceKind => kind in noReferences;
