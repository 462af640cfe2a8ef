import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { fakeCatalog } from "../../../test/fakeCatalog";
import { PER_OPTION } from "./model/catalog";
import { problem } from "./model/problem";
import {
  choiceWords,
  exitWords,
  nodeHint,
  nodeTitle,
  nodeWords,
  problemWords,
  settingWords,
} from "./words";

/** What has no letters needs no words: a key of the telephone; nor has what is a word of HTTP. */
const isPlain = (choice: string) => /^[0-9*#]$/.test(choice) || /^[A-Z]+$/.test(choice);

describe("the words of flows", () => {
  it("name every type, setting, exit and choice of the server's catalog", () => {
    for (const { type, exits, settings } of fakeCatalog) {
      expect(nodeWords(type), type).not.toBe(type);
      expect(nodeHint(type), type).not.toBeNull();
      for (const exit of exits.filter((each) => each !== PER_OPTION)) {
        expect(exitWords(type, exit), `${type} ${exit}`).not.toBe(exit);
      }
      for (const { key, choices } of settings) {
        expect(settingWords(type, key), `${type} ${key}`).not.toBe(key);
        for (const choice of (choices ?? []).filter((each) => !isPlain(each))) {
          expect(choiceWords(key, choice), `${key} ${choice}`).not.toBe(choice);
        }
      }
    }
  });

  it("fall back to the key of what the page has never heard of", () => {
    expect(nodeWords("record-name")).toBe("record-name");
    expect(settingWords("record-name", "folder")).toBe("folder");
    expect(exitWords("record-name", "recorded-twice")).toBe("recorded-twice");
    expect(problemWords(problem("too-strange"), "play")).toBe("too-strange");
  });

  it("put names into a sentence", () => {
    const open = problem("exit-open", { node: "menu-1", exit: "no-input" });
    expect(problemWords(open, "menu")).toBe("Выход «ничего не нажал» никуда не ведёт");
    const small = problem("setting-too-small", { setting: "attempts" }, { min: 1 });
    expect(problemWords(small, "menu")).toBe("«Попыток»: не меньше 1");
  });

  it("number the nodes of a type and leave other ids as they are", async () => {
    expect(nodeTitle({ id: "menu-2", type: "menu" })).toBe("Меню 2");
    expect(nodeTitle({ id: "debts", type: "menu" })).toBe("debts");
    await i18next.changeLanguage("uz");
    expect(nodeTitle({ id: "hours-1", type: "hours" })).toBe("Ish vaqti 1");
    await i18next.changeLanguage("ru");
  });
});
