import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { Problem } from "../../connection/restClient";
import type { Session } from "../../contracts/rest";
import type { Language } from "../../contracts/shared";
import { useNow } from "../../kit/useNow";
import { LanguageSwitch } from "../frame/LanguageSwitch";
import { useSetSession } from "../frame/session";
import { type Failure, readFailure, useFailureWords } from "./failure";
import "./signIn.css";

interface Fields {
  login: string;
  password: string;
}

export const SignInPage = () => {
  const { t } = useTranslation();
  const setSession = useSetSession();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<Language | null>(null);
  const now = useNow();
  const isLocked = failure?.kind === "locked" && now < failure.untilMs;

  const handleFinish = async ({ login, password }: Fields): Promise<void> => {
    setBusy(true);
    try {
      const session = await api.signIn(login.trim(), password);
      setSession(chosen === null ? session : await keepLanguage(session, chosen));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFailure(readFailure(error, Date.now()));
      setBusy(false);
    }
  };

  return (
    <main className="sign-in">
      <div className="sign-in-language">
        <LanguageSwitch isSignedIn={false} onChoose={setChosen} />
      </div>
      <section className="panel sign-in-box">
        <div className="sign-in-brand">CrmUms</div>
        <h1>{t("signIn.title")}</h1>
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={handleFinish}>
          <Form.Item
            name="login"
            label={t("signIn.login")}
            rules={[{ required: true, whitespace: true, message: t("signIn.needLogin") }]}
          >
            <Input size="large" autoFocus autoComplete="username" data-testid="sign-in-login" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t("signIn.password")}
            rules={[{ required: true, message: t("signIn.needPassword") }]}
          >
            <Input.Password
              size="large"
              autoComplete="current-password"
              data-testid="sign-in-password"
            />
          </Form.Item>
          <div className="sign-in-failure">
            {failure === null ? null : <FailureAlert failure={failure} />}
          </div>
          <Button
            block
            type="primary"
            size="large"
            htmlType="submit"
            loading={isBusy}
            disabled={isLocked}
            data-testid="sign-in-submit"
          >
            {t("signIn.submit")}
          </Button>
        </Form>
      </section>
    </main>
  );
};

// Whoever has just chosen a language means it more than what the server remembers.
const keepLanguage = async (session: Session, language: Language): Promise<Session> => {
  await api.changeLanguage(language);
  return { ...session, language };
};

const FailureAlert = ({ failure }: { failure: Failure }) => (
  <Alert
    type={failure.kind === "serverAway" ? "warning" : "error"}
    showIcon
    title={useFailureWords(failure)}
    data-testid="sign-in-error"
    data-kind={failure.kind}
  />
);
