import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Notice } from "./Notice";
import { useSetSession } from "./session";

/** The server closed this desk: the agent works elsewhere, or is signed out. */
export const DeskClosed = ({ reason, onReopen }: { reason: string; onReopen: () => void }) => {
  const { t } = useTranslation();
  const setSession = useSetSession();
  if (reason === "otherPage") {
    return (
      <Notice
        testId="other-page"
        title={t("session.otherPageTitle")}
        text={t("session.otherPageText")}
      >
        <Button type="primary" data-testid="work-here" onClick={onReopen}>
          {t("session.openHere")}
        </Button>
      </Notice>
    );
  }
  return (
    <Notice testId="signed-out" title={t("session.endedTitle")} text={t("session.endedText")}>
      <Button type="primary" data-testid="sign-in-again" onClick={() => setSession(null)}>
        {t("signIn.submit")}
      </Button>
    </Notice>
  );
};
