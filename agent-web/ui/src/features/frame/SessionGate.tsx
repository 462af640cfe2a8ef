import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Session } from "../../contracts/rest";
import { speak } from "../../i18n/i18n";
import { SignInPage } from "../signIn/SignInPage";
import { Notice } from "./Notice";
import { useSession } from "./session";

interface Props {
  children: (session: Session) => ReactNode;
}

/** Lets in who is signed in; everybody else signs in here first. */
export const SessionGate = ({ children }: Props) => {
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
  return session === null ? <SignInPage /> : children(session);
};
