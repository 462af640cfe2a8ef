import { useTranslation } from "react-i18next";
import { callAgain } from "../../actions/callAgain";
import { useDesk } from "../../desk/deskStore";
import { agentOf } from "../../desk/selectors";
import { wordsFor } from "../../i18n/i18n";
import { useNames } from "../colleagues/useNames";
import { ActionButton } from "../frame/ActionButton";

/** Whom the agent has called in vain, why, and once more. */
export const FailedDialNotice = () => {
  const { t } = useTranslation();
  const failed = useDesk((state) => agentOf(state)?.failedDial ?? null);
  const names = useNames(failed !== null);
  if (failed === null) return null;
  return (
    <div className="failed-dial" data-testid="failed-dial" data-failure={failed.failure}>
      <span className="grow">
        {t("dial.failed", {
          whom: names.target(failed.target),
          failure: wordsFor("failure", failed.failure),
        })}
      </span>
      <ActionButton action={callAgain} testId="call-again" />
    </div>
  );
};
