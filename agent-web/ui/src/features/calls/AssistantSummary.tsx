import { useTranslation } from "react-i18next";
import { useDesk } from "../../desk/deskStore";
import { callOf } from "../../desk/selectors";

/** What an assistant has learnt from this caller, to be read before he is answered. */
export const AssistantSummary = () => {
  const { t } = useTranslation();
  const summary = useDesk((state) => callOf(state)?.assistantSummary ?? null);
  return summary === null ? null : (
    <div className="assistant-summary" data-testid="assistant-summary">
      <b>{t("call.assistantSummary")}</b> {summary}
    </div>
  );
};
