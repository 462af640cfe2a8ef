import type { BlackListRule } from "../../../contracts/rules";

export interface PastedLine {
  /** `known`: it stands in the list already, or above. */
  kind: "new" | "known" | "bad";
  text: string;
  number: string;
  prefix: boolean;
  reason: string;
}

const LINE = /^(\+?[\d\s()-]*\d)(\*|…|\.\.\.)?[\s,;:|]*(.*)$/;
const COUNTRY = "998";
const NATIONAL_LENGTH = 9;

/** Lines as people have them: `+998 90 123-45-67; reason`; a star behind the digits means all that begin so. */
export const readPasted = (text: string, known: readonly BlackListRule[]): PastedLine[] => {
  const seen = new Set(known.map(({ number, prefix }) => `${number} ${prefix}`));
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const match = LINE.exec(line.replaceAll("\t", " "));
      if (match === null) return { kind: "bad", text: line, number: "", prefix: false, reason: "" };
      const [, digits = "", star, reason = ""] = match;
      const number = international(digits.replace(/[^\d+]/g, ""), star !== undefined);
      const prefix = star !== undefined;
      const key = `${number} ${prefix}`;
      const isGood = (prefix ? /^\+\d{1,15}$/ : /^\+\d{3,15}$/).test(number);
      const kind = !isGood ? "bad" : seen.has(key) ? "known" : "new";
      seen.add(key);
      return { kind, text: line, number, prefix, reason: reason.trim() };
    });
};

/** A full national number is one of this country; everything else needs no more than its plus sign. */
const international = (number: string, isPrefix: boolean): string => {
  if (number.startsWith("+")) return number;
  return number.length === NATIONAL_LENGTH && !isPrefix ? `+${COUNTRY}${number}` : `+${number}`;
};
