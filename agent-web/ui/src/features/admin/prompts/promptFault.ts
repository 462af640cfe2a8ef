import { Problem } from "../../../connection/restClient";
import type { PromptUse } from "../../../contracts/prompts";
import { wordsFor } from "../../../i18n/i18n";
import { t } from "../kinds/words";

/** Why a sound was not taken, or a prompt not removed, in words. */
export const promptFault = (error: unknown): string => {
  if (!(error instanceof Problem)) throw error;
  const details = error.details as { usedBy?: PromptUse[]; secondsMax?: number };
  return wordsFor("promptFault", error.saidCode, {
    users: (details.usedBy ?? []).map(useWords).join(", "),
    seconds: details.secondsMax ?? "",
    status: error.status,
  });
};

/** There is only one of the settings: they need no name. */
export const useWords = (use: PromptUse): string => {
  const kind = wordsFor("kindOne", use.kind);
  return use.kind === "settings" ? kind : `${kind} «${use.name === "" ? use.id : use.name}»`;
};

export const usesWords = (uses: readonly PromptUse[]): string =>
  uses.length === 0 ? t("prompts.usedByNobody") : uses.map(useWords).join(", ");
