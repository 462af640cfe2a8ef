import type { ChatMessage, ChatPage, ChatRoom } from "../../../contracts/chat";

/** A message on its way: kept in the browser until the server has it. */
export interface Outgoing {
  id: string;
  room: string;
  text: string;
  /** When it was written, by this page's clock, in milliseconds. */
  at: number;
  state: "sending" | "failed";
  /** Why it did not go out: a problem's code. */
  problem: string | null;
  /** When it is sent again by itself, by this page's clock, in milliseconds. */
  againAt?: number;
}

/** As much of a room's history as this page has. */
export interface Thread {
  messages: readonly ChatMessage[];
  hasOlder: boolean;
}

/** Everything that the panel is drawn from. */
export interface Chat {
  /** Null until the server has said. */
  rooms: readonly ChatRoom[] | null;
  threads: Readonly<Record<string, Thread>>;
  outbox: readonly Outgoing[];
  /** The room that is shown; null: the list of rooms. */
  room: string | null;
}

export const emptyChat: Chat = { rooms: null, threads: {}, outbox: [], room: null };

export const EVERYBODY = "all";

/** The one room of two people, whoever of them asks. */
export const pairOf = (one: string, other: string): string =>
  `pair.${[one, other].sort().join(".")}`;

export const unreadOf = (chat: Chat): number =>
  (chat.rooms ?? []).reduce((sum, room) => sum + room.unread, 0);

/** More than the server counts is not counted. */
export const UNREAD_MAX = 99;

/** The common room, groups by name, then people: whoever wrote last stands first. */
export const inOrder = (rooms: readonly ChatRoom[]): readonly ChatRoom[] => {
  const rank = (room: ChatRoom): number =>
    room.room === EVERYBODY ? 0 : room.personId === null ? 1 : 2;
  const lastOf = (room: ChatRoom): number => Date.parse(room.last?.sentAt ?? "") || 0;
  return rooms.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (rank(a) === 2 ? lastOf(b) - lastOf(a) : 0) ||
      a.name.localeCompare(b.name),
  );
};

/** A page of history: it joins what is known, or takes its place where something lies between. */
export const foldPage = (thread: Thread | undefined, page: ChatPage, isOlder: boolean): Thread => {
  if (thread === undefined) return page;
  const known = new Set(thread.messages.map(({ id }) => id));
  const joins =
    isOlder || page.messages.length === 0 || page.messages.some(({ id }) => known.has(id));
  if (!joins) return page;
  return {
    messages: merged(thread.messages, page.messages),
    hasOlder: isOlder ? page.hasOlder : thread.hasOlder,
  };
};

const merged = (
  known: readonly ChatMessage[],
  more: readonly ChatMessage[],
): readonly ChatMessage[] =>
  [...new Map([...known, ...more].map((message) => [message.id, message])).values()].sort(
    (a, b) => a.position - b.position,
  );

/** A message that was heard, once or again. `isSeen`: it is before somebody's eyes. */
export const foldSaid = (chat: Chat, message: ChatMessage, me: string, isSeen: boolean): Chat => {
  const thread = chat.threads[message.room];
  return {
    ...chat,
    rooms: chat.rooms?.map((room) => withLast(room, message, me, isSeen)) ?? null,
    threads:
      thread === undefined
        ? chat.threads
        : {
            ...chat.threads,
            [message.room]: { ...thread, messages: merged(thread.messages, [message]) },
          },
    outbox: chat.outbox.filter(({ id }) => id !== message.id),
  };
};

const withLast = (room: ChatRoom, message: ChatMessage, me: string, isSeen: boolean): ChatRoom => {
  // The list may have been asked for after it was said: then it is counted already.
  if (room.room !== message.room || message.position <= (room.last?.position ?? 0)) return room;
  const isNews = message.authorId !== me && !isSeen;
  return { ...room, last: message, unread: room.unread + (isNews ? 1 : 0) };
};

export const foldRead = (chat: Chat, name: string, position: number): Chat => ({
  ...chat,
  rooms:
    chat.rooms?.map((room) =>
      room.room === name ? { ...room, unread: 0, readTo: Math.max(room.readTo, position) } : room,
    ) ?? null,
});

export const foldOutgoing = (chat: Chat, outgoing: Outgoing): Chat => ({
  ...chat,
  outbox: chat.outbox.some(({ id }) => id === outgoing.id)
    ? chat.outbox.map((each) => (each.id === outgoing.id ? outgoing : each))
    : [...chat.outbox, outgoing],
});

export const foldDropped = (chat: Chat, id: string): Chat => ({
  ...chat,
  outbox: chat.outbox.filter((each) => each.id !== id),
});
