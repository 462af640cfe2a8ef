import { describe, expect, it } from "vitest";
import type { Colleague, Directory } from "../../contracts/rest";
import { choicesOf, headingOf, keyOf, readyWith, type Search } from "./choices";

const colleague = (id: string, name: string, part: Partial<Colleague> = {}): Colleague => ({
  id,
  name,
  status: "ready",
  reason: null,
  since: "2026-01-01T00:00:00Z",
  available: true,
  skills: {},
  groups: [],
  ...part,
});
const directory: Directory = {
  agents: [
    colleague("1", "Азиза Каримова"),
    colleague("2", "Нодира Алиева", { available: false, status: "signedOut" }),
    colleague("3", "Отабек Юсупов", { available: false, status: "talking", skills: { uz: 5 } }),
    colleague("4", "Бобур Рахимов", { skills: { uz: 7 }, groups: ["first-line"] }),
  ],
  queues: [{ id: "sales", name: "Продажи", waiting: 0, agents: 2, estimatedWaitSeconds: null }],
  skills: [{ id: "uz", name: "Узбекский язык", ready: 1, signedIn: 2 }],
};
const found = (part: Partial<Search>): string[] =>
  choicesOf(directory, { reach: "transfer", text: "", skill: null, self: "1", ...part }).map(keyOf);

describe("who can be reached", () => {
  it("are those who can answer, queues, skills, those who are busy, who are away, oneself", () => {
    expect(found({})).toEqual([
      "agent-4",
      "queue-sales",
      "skill-uz",
      "agent-3",
      "agent-2",
      "agent-1",
    ]);
  });

  it("are no queues and skills unless the call is handed on", () => {
    expect(found({ reach: "consult" })).toEqual(["agent-4", "agent-3", "agent-2", "agent-1"]);
  });

  it("stand under headings where skills begin and end", () => {
    const all = choicesOf(directory, { reach: "transfer", text: "", skill: null, self: "1" });
    expect(all.map((choice, place) => headingOf(choice, all[place - 1]))).toEqual([
      null,
      null,
      "reach.skills",
      "reach.others",
      null,
      null,
    ]);
  });

  it("are so many of a skill who can answer, at the level that was asked", () => {
    expect(readyWith(directory, "uz", 1, "1")).toBe(1);
    expect(readyWith(directory, "uz", 8, "1")).toBe(0);
    expect(readyWith(directory, "uz", 1, "4")).toBe(0);
  });

  it("is found by the beginning of a name, a skill, a group or a queue", () => {
    expect(found({ text: "рах" })).toEqual(["agent-4"]);
    expect(found({ text: "узб ота" })).toEqual(["agent-3"]);
    expect(found({ text: "узб" })).toEqual(["agent-4", "skill-uz", "agent-3"]);
    expect(found({ text: "first" })).toEqual(["agent-4"]);
    expect(found({ text: "прод" })).toEqual(["queue-sales"]);
  });

  it("are only those with the skill that was asked for", () => {
    expect(found({ skill: "uz" })).toEqual(["agent-4", "skill-uz", "agent-3"]);
  });

  it("is a number as it was typed", () => {
    expect(found({ text: "90 123-45-67" })).toEqual(["number-90 123-45-67"]);
    expect(choicesOf(null, { reach: "call", text: "1000", skill: null, self: "1" })).toEqual([
      { kind: "number", number: "1000" },
    ]);
  });
});
