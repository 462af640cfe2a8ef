import { useTranslation } from "react-i18next";
import type { Refused } from "../../desk/deskStore";

/** Why a command was not carried out. */
export const RefusalWords = ({ refused: { command, refusal } }: { refused: Refused }) => {
  const { t } = useTranslation();
  const isNumber = command === "Dial" && refusal === "badInput";
  return <span data-testid="refusal">{t(`refusal.${isNumber ? "notANumber" : refusal}`)}</span>;
};
