export type Comparison = ">=" | ">" | "=" | "<=" | "<";

/** What an agent must be able to do, as a tree. */
export type Expression =
  | { kind: "anybody" }
  | { kind: "skill"; skill: string; comparison: Comparison; level: number }
  | { kind: "and" | "or"; parts: Expression[] }
  | { kind: "not"; part: Expression };

export type Parsed =
  | { kind: "fine"; expression: Expression }
  /** `at` is the place in the text where it cannot be read on. */
  | { kind: "broken"; at: number; expected: "skill" | "level" | "closing" | "end" | "sign" };

interface Token {
  text: string;
  at: number;
}

const TOKEN = /\s*(>=|<=|[()<>=]|[a-z0-9-]+)/y;
const SKILL = /^[a-z0-9-]{1,40}$/;
const reserved = new Set(["and", "or", "not"]);
const comparisons = new Set<string>([">=", ">", "=", "<=", "<"]);

class Broken extends Error {
  readonly at: number;
  readonly expected: "skill" | "level" | "closing" | "end" | "sign";

  constructor(at: number, expected: Broken["expected"]) {
    super(expected);
    this.at = at;
    this.expected = expected;
  }
}

/** Reads `russian >= 5 and (debt or retention)`; an empty text means anybody. */
export const parseRequirement = (text: string): Parsed => {
  if (text.trim() === "") return { kind: "fine", expression: { kind: "anybody" } };
  try {
    return { kind: "fine", expression: new Reader(text).all() };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { kind: "broken", at: error.at, expected: error.expected };
  }
};

class Reader {
  private readonly tokens: Token[];
  private readonly end: number;
  private next = 0;

  constructor(text: string) {
    this.tokens = tokensOf(text);
    this.end = text.length;
  }

  all(): Expression {
    const expression = this.or();
    if (this.next < this.tokens.length) throw new Broken(this.at(), "end");
    return expression;
  }

  private or(): Expression {
    return this.chain("or", () => this.chain("and", () => this.not()));
  }

  private chain(kind: "and" | "or", inner: () => Expression): Expression {
    const first = inner();
    const parts = [first];
    while (this.take(kind)) parts.push(inner());
    return parts.length === 1 ? first : { kind, parts };
  }

  private not(): Expression {
    return this.take("not") ? { kind: "not", part: this.not() } : this.atom();
  }

  private atom(): Expression {
    if (this.take("(")) {
      const inner = this.or();
      if (!this.take(")")) throw new Broken(this.at(), "closing");
      return inner;
    }
    const skill = this.tokens[this.next]?.text ?? "";
    if (!SKILL.test(skill) || reserved.has(skill)) throw new Broken(this.at(), "skill");
    this.next++;
    const comparison = this.tokens[this.next]?.text ?? "";
    if (!comparisons.has(comparison)) return { kind: "skill", skill, comparison: ">=", level: 1 };
    this.next++;
    const level = this.tokens[this.next]?.text ?? "";
    if (!/^(10|[1-9])$/.test(level)) throw new Broken(this.at(), "level");
    this.next++;
    return { kind: "skill", skill, comparison: comparison as Comparison, level: Number(level) };
  }

  private take(text: string): boolean {
    if (this.tokens[this.next]?.text !== text) return false;
    this.next++;
    return true;
  }

  private at(): number {
    return this.tokens[this.next]?.at ?? this.end;
  }
}

const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  const tail = text.trimEnd().length;
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < tail; ) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null)
      throw new Broken(from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0), "sign");
    const token = match[1] ?? "";
    tokens.push({ text: token, at: from + match[0].length - token.length });
  }
  return tokens;
};

/** The skills that it names, each once. */
export const skillsOf = (expression: Expression): string[] => {
  switch (expression.kind) {
    case "anybody":
      return [];
    case "skill":
      return [expression.skill];
    case "not":
      return skillsOf(expression.part);
    default:
      return [...new Set(expression.parts.flatMap(skillsOf))];
  }
};

/** Whether somebody with these levels fulfils it; who has a skill not at all has level 0. */
export const fulfils = (
  expression: Expression,
  levels: Readonly<Record<string, number>>,
): boolean => {
  switch (expression.kind) {
    case "anybody":
      return true;
    case "not":
      return !fulfils(expression.part, levels);
    case "and":
      return expression.parts.every((part) => fulfils(part, levels));
    case "or":
      return expression.parts.some((part) => fulfils(part, levels));
    default:
      return compares(levels[expression.skill] ?? 0, expression.comparison, expression.level);
  }
};

const compares = (level: number, comparison: Comparison, wanted: number): boolean => {
  switch (comparison) {
    case ">=":
      return level >= wanted;
    case ">":
      return level > wanted;
    case "=":
      return level === wanted;
    case "<=":
      return level <= wanted;
    default:
      return level < wanted;
  }
};
