import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Reason } from "../contracts/rest";
import type { Language } from "../contracts/shared";
import { keep, readKept } from "../shared/storage";
import { en } from "./en";
import type { MessageKey } from "./messages";
import { ru } from "./ru";
import { uz } from "./uz";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof ru };
    keySeparator: false;
    nsSeparator: false;
  }
}

export const languages: readonly Language[] = ["ru", "uz", "en"];
const KEY = "crmums.language";

/** Russian, until this browser or the server remembers something else. */
export const startI18n = async (): Promise<void> => {
  const kept = readKept<Language>(KEY);
  await i18next.use(initReactI18next).init({
    lng: kept !== null && languages.includes(kept) ? kept : "ru",
    fallbackLng: "ru",
    resources: { ru: { translation: ru }, uz: { translation: uz }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false }, // React escapes.
  });
  document.documentElement.lang = i18next.language;
};

export const speak = async (language: Language): Promise<void> => {
  if (i18next.language === language) return;
  keep(KEY, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};

/** The words for a code from the server; the code itself where we have none yet. */
export const wordsFor = (
  prefix: string,
  code: string,
  values: Readonly<Record<string, unknown>> = {},
): string => wordsIf(prefix, code, values) ?? code;

/** The same, or null where there are none. */
export const wordsIf = (
  prefix: string,
  code: string,
  values: Readonly<Record<string, unknown>> = {},
): string | null => {
  const key = `${prefix}.${code}` as MessageKey;
  return key in ru ? String(i18next.t(key, { ...values })) : null;
};

/** The name of a not-ready reason: as the rules call it, or our own word for the program's. */
export const reasonWords = (reasons: readonly Reason[], code: string): string => {
  const names = reasons.find((reason) => reason.code === code)?.names;
  return names?.[i18next.language as Language] ?? wordsFor("reason", code);
};
