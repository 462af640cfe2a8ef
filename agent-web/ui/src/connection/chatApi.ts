import type { ChatMessage, ChatPage, ChatPerson, ChatRoom } from "../contracts/chat";
import { rest } from "./rest";

const PAGE = 50;
const pathOf = (room: string): string => `/api/chat/rooms/${encodeURIComponent(room)}`;

/** What colleagues write to each other. */
export const chatApi = {
  rooms: () => rest.get<ChatRoom[]>("/api/chat/rooms"),

  people: (signal?: AbortSignal) => rest.get<ChatPerson[]>("/api/chat/people", signal),

  /** The last messages, or those before a position. */
  messages: (room: string, before: number | null) =>
    rest.get<ChatPage>(
      `${pathOf(room)}/messages?limit=${PAGE}${before === null ? "" : `&before=${before}`}`,
    ),

  /** Under the same id it is the same message, however often it is said. */
  say: (room: string, id: string, text: string) =>
    rest.change<ChatMessage>("PUT", `${pathOf(room)}/messages/${id}`, { text }),

  markRead: (room: string, position: number) =>
    rest.change<void>("PUT", `${pathOf(room)}/read`, { position }),
};
