import { Button } from "antd";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { deskStore, useDesk } from "../../desk/deskStore";
import { Icon } from "../../kit/Icon";
import { startChat, useChat } from "./chatStore";
import { RoomList } from "./RoomList";
import { RoomView } from "./RoomView";
import "./chat.css";

const close = (): void => deskStore.setState({ isChatOpen: false });

/** Follows the chat while the desk is open, and shows it beside the page when it is wanted. */
export const ChatPanel = ({ me }: { me: string }) => {
  useEffect(() => startChat(me), [me]);
  return useDesk((state) => state.isChatOpen) ? <OpenPanel me={me} /> : null;
};

const OpenPanel = ({ me }: { me: string }) => {
  const { t } = useTranslation();
  const room = useChat((chat) => chat.room);
  const panel = useRef<HTMLElement>(null);
  useFocusBack();

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation(); // It closes the panel, and nothing of the call.
    close();
  });
  useEffect(() => {
    const element = panel.current;
    element?.addEventListener("keydown", handleKey);
    return () => element?.removeEventListener("keydown", handleKey);
  }, []);

  return (
    <aside
      ref={panel}
      className="chat-panel"
      aria-label={t("chat.title")}
      data-testid="chat-panel"
      data-room={room}
    >
      {room === null ? <RoomList me={me} close={<Close />} /> : null}
      {room === null ? null : <RoomView key={room} me={me} name={room} close={<Close />} />}
    </aside>
  );
};

const Close = () => {
  const { t } = useTranslation();
  return (
    <Button
      size="small"
      type="text"
      icon={<Icon name="close" size={14} />}
      title={t("chat.close")}
      aria-label={t("chat.close")}
      data-testid="chat-close"
      onClick={close}
    />
  );
};

/** Whoever was typing a note goes on with it where he was. */
const useFocusBack = (): void => {
  const before = useRef(document.activeElement);
  useEffect(() => {
    const element = before.current;
    return () => {
      if (element instanceof HTMLElement) element.focus();
    };
  }, []);
};
