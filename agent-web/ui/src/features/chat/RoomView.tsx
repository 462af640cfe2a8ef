import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { chatApi } from "../../connection/chatApi";
import { Icon } from "../../kit/Icon";
import { Composer } from "./Composer";
import { loadOlder, showRoom, useChat } from "./chatStore";
import { MessageList } from "./MessageList";
import { nameOf } from "./RoomList";

interface Props {
  me: string;
  name: string;
  close: ReactNode;
}

/** One room: what was written, and a place to write. */
export const RoomView = ({ me, name, close }: Props) => {
  const { t } = useTranslation();
  const room = useChat((chat) => chat.rooms?.find((each) => each.room === name));
  const thread = useChat((chat) => chat.threads[name]);
  const outbox = useChat((chat) => chat.outbox).filter((outgoing) => outgoing.room === name);
  // Where the new ones begin, as it was when the room was opened.
  const [newFrom] = useState(() => ((room?.unread ?? 0) > 0 ? (room?.readTo ?? 0) : null));
  const other = usePerson(me, name);

  // Opened again with the panel: what was missed is asked for, what is seen is read.
  useEffect(() => void showRoom(name), [name]);

  return (
    <>
      <header className="chat-head">
        <Button
          size="small"
          type="text"
          icon={<Icon name="back" size={14} />}
          title={t("chat.back")}
          aria-label={t("chat.back")}
          data-testid="chat-back"
          onClick={() => void showRoom(null)}
        />
        <b className="grow clip" data-testid="chat-name">
          {room === undefined ? other : nameOf(room, t("chat.everybody"))}
        </b>
        {close}
      </header>
      <MessageList
        me={me}
        thread={thread}
        outbox={outbox}
        newFrom={newFrom}
        isPair={name.startsWith("pair.")}
        onOlder={() => void loadOlder(name)}
      />
      <Composer me={me} room={name} />
    </>
  );
};

/** The other one of a room in which nothing was said yet. */
const usePerson = (me: string, room: string): string => {
  const { data } = useQuery({
    queryKey: ["chat-people"],
    queryFn: ({ signal }) => chatApi.people(signal),
    staleTime: 60_000,
  });
  const id = room.split(".").find((part) => part.length === 32 && part !== me);
  return data?.find((person) => person.id === id)?.name ?? "";
};
