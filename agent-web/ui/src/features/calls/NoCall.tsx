import { useTranslation } from "react-i18next";
import { callColleague } from "../../actions/callColleague";
import { useDesk } from "../../desk/deskStore";
import { agentOf, mayCall } from "../../desk/selectors";
import { Icon } from "../../kit/Icon";
import { DialField } from "../dial/DialField";
import { FailedDialNotice } from "../dial/FailedDialNotice";
import { ActionButton } from "../frame/ActionButton";
import { EndedTalkNotice } from "./EndedTalkNotice";

/** Nobody is in hand: what comes next, and whom the agent may call himself. */
export const NoCall = () => {
  const { t } = useTranslation();
  const status = useDesk((state) => agentOf(state)?.status ?? "signedOut");
  const isFree = useDesk(mayCall);
  return (
    <section className="panel call-panel" data-testid="no-call">
      <EndedTalkNotice />
      <div className="call-none">
        <div className="call-none-title">{t("call.none")}</div>
        <div className="soft">
          {status === "ready" ? t("call.noneReady") : null}
          {status === "notReady" ? t("call.noneNotReady") : null}
        </div>
      </div>
      {isFree ? (
        <div className="call-outwards">
          <FailedDialNotice />
          <DialField />
          <ActionButton
            action={callColleague}
            testId="call-colleague"
            icon={<Icon name="user" size={14} />}
          />
        </div>
      ) : null}
    </section>
  );
};
