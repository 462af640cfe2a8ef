import { useQuery } from "@tanstack/react-query";
import { Badge, Input } from "antd";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { chatApi } from "../../connection/chatApi";
import type { ChatPerson, ChatRoom } from "../../contracts/chat";
import { moment } from "../../shared/time";
import { showRoom, useChat } from "./chatStore";
import { EVERYBODY, inOrder, pairOf, UNREAD_MAX } from "./model/chat";

const PEOPLE_SHOWN = 50;

type Choice = { kind: "room"; room: ChatRoom } | { kind: "person"; person: ChatPerson };

/** The rooms, and whom else one could write to: type, choose with the arrows, Enter. */
export const RoomList = ({ me, close }: { me: string; close: ReactNode }) => {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const { rooms, people } = useChoices(search);
  // Enter alone opens what is unread.
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      rooms.findIndex(({ unread }) => unread > 0),
    ),
  );
  const choices: Choice[] = [
    ...rooms.map((room): Choice => ({ kind: "room", room })),
    ...people.map((person): Choice => ({ kind: "person", person })),
  ];
  const chosen = Math.min(at, choices.length - 1);

  const open = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    void showRoom(choice.kind === "room" ? choice.room.room : pairOf(me, choice.person.id));
  };
  const handleKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((chosen + step + choices.length) % Math.max(1, choices.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      open(choices[chosen]);
    }
  };

  return (
    <>
      <header className="chat-head">
        <Input
          size="small"
          autoFocus
          placeholder={t("chat.find")}
          value={search}
          data-testid="chat-find"
          onChange={(event) => {
            setSearch(event.target.value);
            setAt(0);
          }}
          onKeyDown={handleKey}
        />
        {close}
      </header>
      <ul className="chat-list" data-testid="chat-rooms">
        {choices.map((choice, index) => (
          <li key={choice.kind === "room" ? choice.room.room : choice.person.id}>
            {index === rooms.length ? <p className="chat-heading">{t("chat.people")}</p> : null}
            <button
              type="button"
              tabIndex={-1} // The arrows of the search field lead here.
              ref={(row) => {
                if (index === chosen) row?.scrollIntoView?.({ block: "nearest" });
              }}
              className={index === chosen ? "chat-row is-chosen" : "chat-row"}
              data-testid={
                choice.kind === "room"
                  ? `chat-room-${choice.room.personId ?? choice.room.room}`
                  : `chat-person-${choice.person.id}`
              }
              data-unread={choice.kind === "room" ? choice.room.unread : undefined}
              onClick={() => open(choice)}
            >
              {choice.kind === "room" ? (
                <RoomRow room={choice.room} me={me} />
              ) : (
                <PersonRow person={choice.person} />
              )}
            </button>
          </li>
        ))}
        {choices.length === 0 ? <li className="faint chat-none">{t("chat.none")}</li> : null}
      </ul>
    </>
  );
};

const RoomRow = ({ room, me }: { room: ChatRoom; me: string }) => {
  const { t } = useTranslation();
  const { last } = room;
  const author = last?.authorId === me ? t("chat.you") : last?.author;
  // In a room for two it stands above who the other one is.
  const isSaidByOther = room.personId !== null && last?.authorId !== me;
  return (
    <span className="grow">
      <span className="row">
        <b className="grow clip">{nameOf(room, t("chat.everybody"))}</b>
        <span className="faint chat-time">{last === null ? "" : moment(last.sentAt)}</span>
      </span>
      <span className="row">
        <span className="grow clip soft chat-last">
          {last === null ? t("chat.first") : isSaidByOther ? last.text : `${author}: ${last.text}`}
        </span>
        <Badge count={room.unread} overflowCount={UNREAD_MAX} size="small" />
      </span>
    </span>
  );
};

const PersonRow = ({ person }: { person: ChatPerson }) => {
  const { t } = useTranslation();
  return (
    <>
      <span className="grow clip">{person.name}</span>
      {person.isSupervisor ? <span className="faint">{t("chat.supervisor")}</span> : null}
    </>
  );
};

/** Without words the common room has no name. */
export const nameOf = (room: ChatRoom, everybody: string): string =>
  room.room === EVERYBODY ? everybody : room.name;

const useChoices = (search: string) => {
  const { t } = useTranslation();
  const known = useChat((chat) => chat.rooms) ?? [];
  const { data } = useQuery({
    queryKey: ["chat-people"],
    queryFn: ({ signal }) => chatApi.people(signal),
    staleTime: 60_000,
  });
  const wanted = search.trim().toLowerCase();
  const fits = (name: string): boolean => name.toLowerCase().includes(wanted);
  const rooms = inOrder(known).filter((room) => fits(nameOf(room, t("chat.everybody"))));
  const listed = new Set(known.map(({ personId }) => personId));
  const people = (data ?? [])
    .filter((person) => fits(person.name) && !listed.has(person.id))
    .toSorted((a, b) => Number(b.isSupervisor) - Number(a.isSupervisor) || compare(a, b))
    .slice(0, PEOPLE_SHOWN);
  return { rooms, people };
};

const compare = (a: ChatPerson, b: ChatPerson): number => a.name.localeCompare(b.name);
