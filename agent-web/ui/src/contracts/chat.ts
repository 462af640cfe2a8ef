import type { Instant } from "./shared";

/** What a colleague wrote. */
export interface ChatMessage {
  /** Made by the author's page: said twice, it is one message. */
  id: string;
  /** Grows within a room. */
  position: number;
  room: string;
  authorId: string;
  author: string;
  text: string;
  sentAt: Instant;
}

/** A room as this person sees it: `all`, `group.<id>`, `pair.<id>.<id>`. */
export interface ChatRoom {
  room: string;
  /** Of the group, or the other one; empty: the common room. */
  name: string;
  /** The other one, in a room for two. */
  personId: string | null;
  /** 100 means 100 or more. */
  unread: number;
  readTo: number;
  last: ChatMessage | null;
}

export interface ChatPage {
  /** The oldest first. */
  messages: ChatMessage[];
  hasOlder: boolean;
}

export interface ChatPerson {
  id: string;
  name: string;
  isSupervisor: boolean;
}

/** As the server refuses more. */
export const CHAT_TEXT_MAX = 2_000;
