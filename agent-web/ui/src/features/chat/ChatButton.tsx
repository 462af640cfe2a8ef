import { Badge, Button } from "antd";
import { useTranslation } from "react-i18next";
import { deskStore, useDesk } from "../../desk/deskStore";
import { Icon } from "../../kit/Icon";
import { useChat } from "./chatStore";
import { UNREAD_MAX, unreadOf } from "./model/chat";

/** In the header: how much is unread, seen from afar. */
export const ChatButton = () => {
  const { t } = useTranslation();
  const isOpen = useDesk((state) => state.isChatOpen);
  const unread = useChat(unreadOf);
  return (
    <Badge count={unread} overflowCount={UNREAD_MAX} size="small" offset={[-4, 4]}>
      <Button
        size="small"
        type="text"
        icon={<Icon name="chat" />}
        aria-label={unread === 0 ? t("action.openChat") : t("chat.unread", { number: unread })}
        aria-pressed={isOpen}
        title={`${t("action.openChat")} (Alt+I)`}
        data-testid="chat-button"
        data-unread={unread}
        onClick={() => deskStore.setState({ isChatOpen: !isOpen })}
      />
    </Badge>
  );
};
