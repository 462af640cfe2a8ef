import { wordsIf } from "../../i18n/i18n";

/** Why somebody needs help: a usual reason travels as its code and is read in everybody's own language. */
export const helpReasonWords = (reason: string): string => wordsIf("help.reason", reason) ?? reason;
