import i18next from "i18next";
import { assertNever } from "../../../shared/assertNever";
import type { Comparison, Expression } from "./expression";

const comparisonKeys = {
  ">=": "requirement.atLeast",
  ">": "requirement.above",
  "=": "requirement.exactly",
  "<=": "requirement.atMost",
  "<": "requirement.below",
} as const satisfies Record<Comparison, string>;

/** A requirement in a sentence: «Русский» не ниже 5 и («Долги» или «Удержание»). */
export const explain = (expression: Expression, nameOf: (skill: string) => string): string => {
  switch (expression.kind) {
    case "anybody":
      return i18next.t("requirement.anybody");
    case "skill": {
      const skill = nameOf(expression.skill);
      const { comparison, level } = expression;
      return comparison === ">=" && level === 1
        ? i18next.t("requirement.has", { skill })
        : i18next.t(comparisonKeys[comparison], { skill, level });
    }
    case "not":
      return i18next.t("requirement.not", { what: grouped(expression.part, nameOf) });
    case "and":
    case "or":
      return expression.parts
        .map((part) => grouped(part, nameOf))
        .join(` ${i18next.t(`requirement.${expression.kind}`)} `);
    default:
      return assertNever(expression);
  }
};

const grouped = (part: Expression, nameOf: (skill: string) => string): string =>
  part.kind === "and" || part.kind === "or" ? `(${explain(part, nameOf)})` : explain(part, nameOf);
