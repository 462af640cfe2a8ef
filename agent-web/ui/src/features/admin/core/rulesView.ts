import type { CentreRules, RuleKind, RuleKinds } from "../../../contracts/rules";
import type { Language } from "../../../contracts/shared";

export interface Person {
  id: string;
  name: string;
}

/** The rules as a page reads them: by kind and key, with the names people know. */
export class RulesView {
  readonly version: number;
  readonly people: readonly Person[];
  readonly language: Language;
  private readonly rules: CentreRules;
  private readonly byKey = new Map<string, RuleKinds[RuleKind]>();
  private readonly peopleById: Map<string, Person>;

  constructor(rules: CentreRules, people: readonly Person[], language: Language) {
    this.rules = rules;
    this.version = rules.version;
    this.people = people;
    this.language = language;
    this.peopleById = new Map(people.map((person) => [person.id, person]));
    for (const [kind, items] of Object.entries(rules.kinds))
      for (const item of items) this.byKey.set(`${kind}/${item.id}`, item);
  }

  of<K extends RuleKind>(kind: K): readonly RuleKinds[K][] {
    return this.rules.kinds[kind] ?? [];
  }

  find<K extends RuleKind>(kind: K, id: string): RuleKinds[K] | null {
    return (this.byKey.get(`${kind}/${id}`) as RuleKinds[K] | undefined) ?? null;
  }

  /** What people call it; the key where it has no name. */
  name(kind: RuleKind, id: string): string {
    if (kind === "agent") return this.peopleById.get(id)?.name ?? id;
    const item = this.find(kind, id);
    if (item === null) return id;
    if ("names" in item) return item.names[this.language] || id;
    return "name" in item && item.name !== "" ? item.name : id;
  }

  options(kind: RuleKind): { value: string; label: string }[] {
    return this.of(kind).map(({ id }) => ({ value: id, label: this.name(kind, id) }));
  }
}
