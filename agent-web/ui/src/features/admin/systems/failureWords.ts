import { Problem } from "../../../connection/restClient";
import { wordsFor, wordsIf } from "../../../i18n/i18n";

/** Why something about other systems failed, for people. */
export const failureWords = (error: unknown): string =>
  (error instanceof Problem ? wordsIf("systems.failed", error.saidCode) : null) ??
  wordsFor("systems.failed", "other");
