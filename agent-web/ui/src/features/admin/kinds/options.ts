import type { Language } from "../../../contracts/shared";
import { languages, wordsFor } from "../../../i18n/i18n";
import type { RulesView } from "../core/rulesView";

const worded = <T extends string>(prefix: string, values: readonly T[]) =>
  values.map((value) => ({ value, label: wordsFor(prefix, value) }));

export const languageOptions = (): { value: Language; label: string }[] =>
  worded("language", languages);

const strategies = [
  "longest-idle",
  "least-occupied",
  "most-skilled",
  "fewest-contacts",
  "round-robin",
  "last-agent",
  "personal-manager",
  "weighted",
] as const;

export const strategyOptions = (): { value: string; label: string }[] =>
  worded("strategy", strategies);

/** Names of the weights that a strategy heeds, with what each begins with. */
export const strategyWeights: Readonly<Record<string, readonly WeightTerm[]>> = {
  "last-agent": [{ name: "wait-seconds", initial: 20, max: 100 }],
  "personal-manager": [{ name: "wait-seconds", initial: 20, max: 100 }],
  weighted: [
    { name: "skill-fit", initial: 60, max: 100 },
    { name: "idle-time", initial: 2, max: 100 },
    { name: "occupancy", initial: 30, max: 100 },
    { name: "breadth", initial: 5, max: 100 },
    { name: "occupancy-cap", initial: 0.9, max: 1 },
  ],
};

export interface WeightTerm {
  name: string;
  initial: number;
  max: number;
}

/** Music that every PBX of ours has, and that of the rules. */
export const musicOptions = (view: RulesView): { value: string; label: string }[] => [
  ...worded("music", ["default", "soft"] as const),
  ...view.options("music"),
];
