import { describe, expect, it } from "vitest";
import { explain } from "./explain";
import { fulfils, parseRequirement, skillsOf } from "./expression";

const read = (text: string) => {
  const parsed = parseRequirement(text);
  if (parsed.kind === "broken") throw new Error(`${text}: ${parsed.expected} at ${parsed.at}`);
  return parsed.expression;
};
const broken = (text: string) => {
  const parsed = parseRequirement(text);
  return parsed.kind === "broken" ? `${parsed.expected} at ${parsed.at}` : "fine";
};
const names: Record<string, string> = { russian: "Русский", debt: "Долги", sales: "Продажи" };
const nameOf = (skill: string): string => names[skill] ?? skill;

describe("a requirement", () => {
  it("is read with and before or, and with brackets before both", () => {
    expect(fulfils(read("debt or sales and russian"), { debt: 1 })).toBe(true);
    expect(fulfils(read("(debt or sales) and russian"), { debt: 1 })).toBe(false);
    expect(fulfils(read("russian >= 5 and (debt or sales)"), { russian: 5, sales: 1 })).toBe(true);
  });

  it("takes a missing skill for level 0", () => {
    expect(fulfils(read("not debt"), {})).toBe(true);
    expect(fulfils(read("russian < 3"), {})).toBe(true);
    expect(fulfils(read("russian = 10"), { russian: 10 })).toBe(true);
    expect(fulfils(read("russian > 9"), { russian: 9 })).toBe(false);
    expect(fulfils(read("russian <= 4"), { russian: 5 })).toBe(false);
  });

  it("means anybody when it is empty", () => {
    expect(fulfils(read("  "), {})).toBe(true);
  });

  it("names its skills once", () => {
    expect(skillsOf(read("a and not (b or a >= 2)"))).toEqual(["a", "b"]);
  });

  it.each([
    ["russian >=", "level at 10"],
    ["russian >= 11", "level at 11"],
    ["russian and", "skill at 11"],
    ["(russian", "closing at 8"],
    ["russian debt", "end at 8"],
    ["russian & debt", "sign at 8"],
    ["and", "skill at 0"],
  ])("says where «%s» breaks", (text, where) => {
    expect(broken(text)).toBe(where);
  });

  it("is told in words", () => {
    expect(explain(read("russian >= 5 and (debt or not sales)"), nameOf)).toBe(
      "«Русский» не ниже 5 и (есть «Долги» или не (есть «Продажи»))",
    );
  });
});
