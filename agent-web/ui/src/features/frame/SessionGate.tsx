import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { speak } from "../../i18n/i18n";
import { SignInPage } from "../signIn/SignInPage";
import { AgentFrame } from "./AgentFrame";
import { Notice } from "./Notice";
import { OfficeFrame } from "./OfficeFrame";
import { SupervisorFrame } from "./SupervisorFrame";
import { useSession } from "./session";

/** Decides what this page is: sign-in, an agent's desk, or the office of supervisor and administrator. */
export const SessionGate = () => {
  const { t } = useTranslation();
  const { data: session, failureCount } = useSession();
  const language = session?.language;

  useEffect(() => {
    if (language !== undefined) void speak(language);
  }, [language]);

  if (session === undefined) {
    const isAway = failureCount > 0;
    return (
      <Notice
        testId={isAway ? "server-away" : "loading"}
        text={t(isAway ? "session.serverAway" : "session.loading")}
        isBusy
      />
    );
  }
  if (session === null) return <SignInPage />;
  switch (session.role) {
    case "agent":
      return <AgentFrame key={session.employeeId} session={session} />;
    case "supervisor":
      return <SupervisorFrame key={session.employeeId} session={session} />;
    case "administrator":
      return <OfficeFrame session={session} />;
  }
};
