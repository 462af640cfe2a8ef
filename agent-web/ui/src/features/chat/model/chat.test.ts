import { describe, expect, it } from "vitest";
import pageSaid from "../../../../../../tests/wire/chat-page.json";
import roomsSaid from "../../../../../../tests/wire/chat-rooms.json";
import eventSaid from "../../../../../../tests/wire/desk-event-chat-said.json";
import type { ChatMessage, ChatPage, ChatRoom } from "../../../contracts/chat";
import { type Chat, emptyChat, foldPage, foldSaid, inOrder, pairOf, unreadOf } from "./chat";

// The golden files of the server.
const page: ChatPage = pageSaid;
const rooms: ChatRoom[] = roomsSaid;
const said: ChatMessage = eventSaid.message;
const TEAM = "group.first-line";
const ME = "f".repeat(32);

const at = (position: number, part: Partial<ChatMessage> = {}): ChatMessage => ({
  ...said,
  id: String(position).padStart(32, "0"),
  position,
  ...part,
});
const chat: Chat = { ...emptyChat, rooms, threads: { [TEAM]: page } };
const unread = (of: Chat): number => unreadOf(of);

describe("a message", () => {
  it("counts as unread, and stands in the room's history", () => {
    const next = foldSaid(chat, at(15), ME, false);
    expect(unread(next)).toBe(unread(chat) + 1);
    expect(next.threads[TEAM]?.messages.map(({ position }) => position)).toEqual([14, 15]);
    expect(next.rooms?.[1]?.last?.position).toBe(15);
  });

  it("heard twice is one message and counts once", () => {
    const once = foldSaid(chat, at(15), ME, false);
    expect(foldSaid(once, at(15), ME, false)).toEqual(once);
  });

  it("that the list of rooms has counted already is not counted again", () => {
    expect(unread(foldSaid(chat, said, ME, false))).toBe(unread(chat));
  });

  it("that is seen, or one's own, is not unread", () => {
    expect(unread(foldSaid(chat, at(15), ME, true))).toBe(unread(chat));
    expect(unread(foldSaid(chat, at(15, { authorId: ME }), ME, false))).toBe(unread(chat));
  });

  it("that has arrived is on its way no more", () => {
    const text = "Иду";
    const outgoing = { id: at(15).id, room: TEAM, text, at: 0, state: "failed", problem: null };
    const waiting: Chat = { ...chat, outbox: [{ ...outgoing, state: "failed" }] };
    expect(foldSaid(waiting, at(15, { authorId: ME }), ME, false).outbox).toEqual([]);
  });

  it("stands by its position, also when it overtook another", () => {
    const next = foldSaid(foldSaid(chat, at(16), ME, false), at(15), ME, false);
    expect(next.threads[TEAM]?.messages.map(({ position }) => position)).toEqual([14, 15, 16]);
  });
});

describe("a page of history", () => {
  const thread = { messages: [at(14), at(15)], hasOlder: true };

  it("from before stands before, and says whether there is more", () => {
    const older = foldPage(thread, { messages: [at(12), at(13)], hasOlder: false }, true);
    expect(older.messages.map(({ position }) => position)).toEqual([12, 13, 14, 15]);
    expect(older.hasOlder).toBe(false);
  });

  it("asked for again joins what is known", () => {
    const again = foldPage(thread, { messages: [at(15), at(16)], hasOlder: true }, false);
    expect(again.messages.map(({ position }) => position)).toEqual([14, 15, 16]);
  });

  it("takes the place of what is known when something lies between", () => {
    const later = foldPage(thread, { messages: [at(30)], hasOlder: true }, false);
    expect(later.messages.map(({ position }) => position)).toEqual([30]);
  });
});

describe("rooms", () => {
  it("of two people have one name, whoever asks", () => {
    expect(pairOf("b", "a")).toBe("pair.a.b");
    expect(pairOf("a", "b")).toBe("pair.a.b");
  });

  it("stand in order: all, groups by name, then who wrote last", () => {
    const room = (name: string, personId: string | null, sentAt: string | null): ChatRoom => ({
      room: name,
      name,
      personId,
      unread: 0,
      readTo: 0,
      last: sentAt === null ? null : at(1, { sentAt }),
    });
    const listed = [
      room("pair.old", "o", "2026-01-01T00:00:00Z"),
      room("group.b", null, "2026-03-01T00:00:00Z"),
      room("pair.new", "n", "2026-02-01T00:00:00Z"),
      room("group.a", null, null),
      room("all", null, null),
    ];
    expect(inOrder(listed).map(({ room: name }) => name)).toEqual([
      "all",
      "group.a",
      "group.b",
      "pair.new",
      "pair.old",
    ]);
  });
});
