import { describe, expect, it } from "vitest";
import { RulesView } from "../core/rulesView";
import { authorName } from "./authorName";
import { noteWords } from "./noteWords";

const view = new RulesView({ version: 1, kinds: {} } as never, [], "ru");
const change = {
  version: 1,
  kind: "settings",
  id: "centre",
  at: "",
  note: "",
  before: null,
  after: null,
};

describe("the history", () => {
  it("says in words that a state was brought back", () => {
    expect(noteWords("↺ 12")).toContain("№ 12");
    expect(noteWords("Попросил директор")).toBe("Попросил директор");
  });

  it("calls the program by a word, also when the server names it by its key", () => {
    const made = { ...change, author: "system", authorName: "system" } as never;

    expect(authorName(made, view)).toBe("Система");
  });
});
