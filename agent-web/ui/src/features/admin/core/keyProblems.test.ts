import { describe, expect, it } from "vitest";
import type { Rule } from "../../../contracts/rules";
import { number } from "../kinds/number";
import { reason } from "../kinds/reason";
import { skill } from "../kinds/skill";
import type { Kind } from "./kind";
import { RulesView } from "./rulesView";
import { keyProblems } from "./useCheck";
import type { OpenItem } from "./useItem";

const view = new RulesView({ version: 1, kinds: {} } as never, [], "ru");
const fresh = (kind: Kind, part: Partial<Rule> = {}): OpenItem => ({
  item: { ...kind.empty(view), ...part } as Rule,
  saved: null,
  draft: null,
  isNew: true,
  isStale: false,
  change: () => {},
  keepMine: () => {},
  discard: () => {},
});
const found = (kind: Kind, part: Partial<Rule> = {}, isTaken = false) =>
  keyProblems(kind, fresh(kind, part), isTaken).map(({ code, field }) => `${code} ${field}`);

describe("a new item", () => {
  it("is asked for its name where the key follows the name", () => {
    expect(found(skill)).toEqual(["missing name"]);
    expect(found(reason, { id: "" })).toEqual(["missing names.ru"]);
  });

  it("is asked for its key where that is typed", () => {
    expect(found(number)).toEqual(["key-missing id"]);
  });

  it("needs a key that nobody has", () => {
    expect(found(skill, { id: "english" }, true)).toEqual(["key-taken id"]);
    expect(found(skill, { id: "english" })).toEqual([]);
  });
});
