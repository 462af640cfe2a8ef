import i18next from "i18next";
import type { RuleKind } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import { isObject } from "../../../shared/same";
import { pathWords } from "../core/problems";
import type { RulesView } from "../core/rulesView";

/** Fields whose value is the key of another rule. */
const names: Readonly<Record<string, RuleKind>> = {
  calendar: "calendar",
  groups: "group",
  queues: "queue",
  numbers: "number",
  music: "music",
};

/** Fields whose value is a word of ours. */
const words: Readonly<Record<string, string>> = {
  strategy: "strategy",
  when: "overflowWhen",
  treatment: "treatment",
  language: "language",
  day: "weekDay",
  clientKind: "clientKind",
};

/** A value as people read it. `path` says where it stands. */
export const valueWords = (path: readonly string[], value: unknown, view: RulesView): string => {
  const field = path.findLast((part) => !/^\d+$/.test(part)) ?? "";
  if (value === undefined || value === null || value === "") return "—";
  if (typeof value === "boolean") return i18next.t(value ? "admin.yes" : "admin.no");
  if (Array.isArray(value)) {
    if (value.length === 0) return "—";
    return value
      .map((part) => valueWords(path, part, view))
      .join(value.some(isObject) ? "; " : ", ");
  }
  if (isObject(value)) return objectWords(path, value, view);
  if (typeof value !== "string") return String(value);
  if (field in names) return view.name(names[field] as RuleKind, value);
  return field in words ? wordsFor(words[field] as string, value) : value;
};

const objectWords = (
  path: readonly string[],
  value: Record<string, unknown>,
  view: RulesView,
): string => {
  if (typeof value.kind === "string" && typeof value.id === "string")
    return targetWords(value.kind, value.id, view);
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== "")
    .map(([key, part]) => {
      const inner = [...path, key];
      return `${pathWords(inner.slice(-2), view).split(" › ").at(-1)}: ${valueWords(inner, part, view)}`;
    })
    .join(", ");
};

export const targetWords = (kind: string, id: string, view: RulesView): string => {
  const place = wordsFor("targetKind", kind);
  return id === "" ? place : `${place} «${view.name(kind as RuleKind, id)}»`;
};
