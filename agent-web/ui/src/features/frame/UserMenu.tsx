import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { Problem } from "../../connection/restClient";
import type { Session } from "../../contracts/rest";
import { Icon } from "../../kit/Icon";
import { useSetSession } from "./session";

interface Props {
  session: Session;
  /** There is a caller: signing out would leave him alone. */
  isBlocked: boolean;
}

export const UserMenu = ({ session, isBlocked }: Props) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const setSession = useSetSession();

  const handleSignOut = async (): Promise<void> => {
    try {
      await api.signOut();
      setSession(null);
    } catch (error) {
      const code = error instanceof Problem ? error.code : "";
      if (code === "call-in-hand") void message.warning(t("session.callInHand"));
      else void message.error(t("refusal.serverAway"));
    }
  };

  const items = [
    { key: "role", label: t(`role.${session.role}`), disabled: true },
    {
      key: "sign-out",
      label: (
        <span data-testid="sign-out">
          {isBlocked ? t("session.callInHand") : t("session.signOut")}
        </span>
      ),
      disabled: isBlocked,
      onClick: () => void handleSignOut(),
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button size="small" type="text" icon={<Icon name="user" />} data-testid="user-menu">
        <span className="clip" style={{ maxWidth: 180 }}>
          {session.displayName}
        </span>
      </Button>
    </Dropdown>
  );
};
