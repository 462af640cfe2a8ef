import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openDesk, show, workingState } from "../../../test/deskDriver";
import { callView } from "../../../test/fakeHub";
import { chatApi } from "../../connection/chatApi";
import { Problem, SERVER_AWAY } from "../../connection/restClient";
import type { ChatMessage, ChatRoom } from "../../contracts/chat";
import { foldDesk } from "../../desk/desk";
import { deskStore } from "../../desk/deskStore";
import * as floorBeep from "../floor/beep";
import { ChatButton } from "./ChatButton";
import { ChatPanel } from "./ChatPanel";
import { pairOf } from "./model/chat";

const ME = "a".repeat(32);
const NODIRA = "b".repeat(32);
const PAIR = pairOf(ME, NODIRA);

const message = (position: number, part: Partial<ChatMessage> = {}): ChatMessage => ({
  id: String(position).padStart(32, "0"),
  position,
  room: PAIR,
  authorId: NODIRA,
  author: "Нодира Алиева",
  text: `Сообщение ${position}`,
  sentAt: "2026-07-14T09:30:15Z",
  ...part,
});
const rooms = (unread: number): ChatRoom[] => [
  { room: "all", name: "", personId: null, unread: 0, readTo: 0, last: null },
  {
    room: PAIR,
    name: "Нодира Алиева",
    personId: NODIRA,
    unread,
    readTo: 0,
    last: unread === 0 ? null : message(unread),
  },
];

const say = vi.spyOn(chatApi, "say");
const markRead = vi.spyOn(chatApi, "markRead");
const beep = vi.spyOn(floorBeep, "beep");

beforeEach(() => {
  vi.clearAllMocks();
  beep.mockImplementation(() => {});
  markRead.mockResolvedValue();
  vi.spyOn(chatApi, "people").mockResolvedValue([]);
  vi.spyOn(chatApi, "rooms").mockResolvedValue(rooms(1));
  vi.spyOn(chatApi, "messages").mockResolvedValue({ messages: [message(1)], hasOlder: false });
  say.mockImplementation(async (room, id, text) => message(9, { room, id, text, authorId: ME }));
});

const open = async (part: Parameters<typeof workingState>[0] = {}): Promise<void> => {
  deskStore.setState({ ...workingState(part), isChatOpen: false });
  show(
    openDesk().desk,
    <>
      <ChatButton />
      <ChatPanel me={ME} />
    </>,
  );
  await waitFor(() => expect(screen.getByTestId("chat-button").dataset.unread).toBe("1"));
};
const enterRoom = async (): Promise<void> => {
  act(() => deskStore.setState({ isChatOpen: true }));
  fireEvent.click(await screen.findByTestId(`chat-room-${NODIRA}`));
  await screen.findByText("Сообщение 1");
};
const hear = (said: ChatMessage): void =>
  act(() =>
    deskStore.setState(({ desk }) => ({
      desk: foldDesk(desk, { sequence: desk.sequence + 1, type: "chatSaid", message: said }),
    })),
  );
const type = (text: string): void => {
  fireEvent.change(screen.getByTestId("chat-text"), { target: { value: text } });
};
const press = (key: string, shiftKey = false): void => {
  fireEvent.keyDown(screen.getByTestId("chat-text"), { key, shiftKey });
};
const unread = (): string | undefined => screen.getByTestId("chat-button").dataset.unread;

describe("the chat", () => {
  it("has read what is shown, and tells the server", async () => {
    await open();
    await enterRoom();
    await waitFor(() => expect(markRead).toHaveBeenCalledWith(PAIR, 1));
    expect(unread()).toBe("0");
    hear(message(2));
    expect(markRead).toHaveBeenLastCalledWith(PAIR, 2);
  });

  it("counts what comes while it is closed, with a tone", async () => {
    await open();
    hear(message(2));
    expect(unread()).toBe("2");
    expect(beep).toHaveBeenCalledOnce();
  });

  it("is quiet during a call, and for what is said to all", async () => {
    await open({ desk: { ...workingState().desk, call: callView() } });
    hear(message(2));
    expect(unread()).toBe("2");
    act(() => deskStore.setState(({ desk }) => ({ desk: { ...desk, call: null } })));
    hear(message(3, { room: "all" }));
    expect(beep).not.toHaveBeenCalled();
  });

  it("sends with Enter, and keeps Shift+Enter for lines", async () => {
    await open();
    await enterRoom();
    type(" Иду ");
    press("Enter", true);
    expect(say).not.toHaveBeenCalled();
    press("Enter");
    expect(say.mock.calls[0]?.[2]).toBe("Иду");
    await screen.findByText("Иду");
    expect((screen.getByTestId("chat-text") as HTMLTextAreaElement).value).toBe("");
    await waitFor(() => expect(screen.queryByTestId("chat-outgoing")).toBeNull());
  });

  it("closes with Escape and keeps what was typed", async () => {
    await open();
    await enterRoom();
    type("Недописанное");
    press("Escape");
    expect(screen.queryByTestId("chat-panel")).toBeNull();
    act(() => deskStore.setState({ isChatOpen: true }));
    expect((screen.getByTestId("chat-text") as HTMLTextAreaElement).value).toBe("Недописанное");
  });

  it("says what was not sent, and sends it again under the same id", async () => {
    await open();
    await enterRoom();
    say.mockRejectedValueOnce(new Problem(SERVER_AWAY, 0));
    type("Важное");
    press("Enter");
    await waitFor(() =>
      expect(screen.getByTestId("chat-outgoing").dataset.problem).toBe(SERVER_AWAY),
    );
    expect(Object.keys(localStorage).some((key) => key.includes("outbox"))).toBe(true);
    fireEvent.click(screen.getByTestId("chat-again"));
    await waitFor(() => expect(screen.queryByTestId("chat-outgoing")).toBeNull());
    expect(say.mock.calls[1]?.[1]).toBe(say.mock.calls[0]?.[1]);
    expect(Object.keys(localStorage).some((key) => key.includes("outbox"))).toBe(false);
  });

  it("says when too much at once goes out, sends it by itself then, and in order", async () => {
    await open();
    await enterRoom();
    vi.useFakeTimers({ shouldAdvanceTime: true });
    say.mockRejectedValueOnce(new Problem("too-many-requests", 429, { retryAfterSeconds: 30 }));
    for (const text of ["Раз", "Два"]) {
      type(text);
      press("Enter");
      await waitFor(() =>
        expect(screen.getAllByTestId("chat-outgoing").at(-1)?.textContent).toContain(text),
      );
      await waitFor(() =>
        expect(screen.getAllByRole("alert").at(-1)?.textContent).toContain("Отправится само"),
      );
    }
    expect(say).toHaveBeenCalledTimes(1);
    expect(screen.queryByTestId("chat-again")).toBeNull();
    expect(Object.keys(localStorage).filter((key) => key.includes("outbox"))).toHaveLength(2);

    await act(() => vi.advanceTimersByTimeAsync(30_000));
    await waitFor(() => expect(screen.queryByTestId("chat-outgoing")).toBeNull());
    expect(say.mock.calls.map(([, , text]) => text)).toEqual(["Раз", "Раз", "Два"]);
    vi.useRealTimers();
  });

  it("sends by itself when the server is back", async () => {
    await open();
    await enterRoom();
    say.mockRejectedValueOnce(new Problem(SERVER_AWAY, 0));
    type("Важное");
    press("Enter");
    await screen.findByTestId("chat-again");
    act(() =>
      deskStore.setState(({ desk }) => ({ desk: { ...desk, chatTurn: desk.chatTurn + 1 } })),
    );
    await waitFor(() => expect(screen.queryByTestId("chat-outgoing")).toBeNull());
    expect(say).toHaveBeenCalledTimes(2);
  });

  it("says what is too long instead of sending it", async () => {
    await open();
    await enterRoom();
    type("я".repeat(2_003));
    press("Enter");
    expect(say).not.toHaveBeenCalled();
    expect(screen.getByTestId("chat-left").textContent).toContain("Лишних: 3");
  });
});
