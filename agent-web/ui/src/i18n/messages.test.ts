import { describe, expect, it } from "vitest";
import { en } from "./en";
import { ru } from "./ru";
import { uz } from "./uz";

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();

describe.each([
  ["uz", uz],
  ["en", en],
])("the words of %s", (_, words) => {
  it("have the keys of the Russian ones", () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(ru).sort());
  });

  it("are never empty and take the same values", () => {
    for (const [key, text] of Object.entries(ru)) {
      const translated = words[key as keyof typeof ru];
      expect(translated.trim(), key).not.toBe("");
      expect(placeholders(translated), key).toEqual(placeholders(text));
    }
  });
});

describe("Russian words", () => {
  it("say «обращение» of a case only", () => {
    const said = Object.entries(ru).filter(([, text]) => /обращени/i.test(text));
    expect(said.map(([key]) => key)).toEqual(["wrapUp.title", "client.cases", "client.noCases"]);
  });
});

describe("Uzbek words", () => {
  it("use Latin letters only", () => {
    for (const [key, text] of Object.entries(uz)) expect(text, key).not.toMatch(/[а-яё]/i);
  });

  it("write o‘ and g‘ with the letter's own mark, and the glottal stop with its own", () => {
    for (const [key, text] of Object.entries(uz)) expect(text, key).not.toMatch(/[a-z]'|[og]’/i);
  });
});
