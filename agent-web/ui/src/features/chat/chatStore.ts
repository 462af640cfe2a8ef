import { create } from "zustand";
import { chatApi } from "../../connection/chatApi";
import { Problem, SERVER_AWAY } from "../../connection/restClient";
import type { ChatMessage } from "../../contracts/chat";
import { deskStore } from "../../desk/deskStore";
import { newCommandId } from "../../shared/commandId";
import { beep } from "../floor/beep";
import { dropOutgoing, keepOutgoing, readOutbox } from "./keptTexts";
import {
  type Chat,
  emptyChat,
  foldDropped,
  foldOutgoing,
  foldPage,
  foldRead,
  foldSaid,
  type Outgoing,
} from "./model/chat";

export const useChat = create<Chat>(() => emptyChat);

const OWED_FOR_MS = 10 * 60_000;
const TOO_MANY = "too-many-requests";
const AGAIN_AFTER_S = 5;

let again: ReturnType<typeof setTimeout> | undefined;

/** Who writes here; empty while nobody has signed in. */
let me = "";

/** Follows the desk for as long as it is open; the returned function lets go. */
export const startChat = (employeeId: string): (() => void) => {
  me = employeeId;
  useChat.setState({ ...emptyChat, outbox: readOutbox(me) }, true);
  const unsubscribe = deskStore.subscribe((state, previous) => {
    // Events that overtook a snapshot are folded with it: all is asked for again.
    if (state.desk.chatTurn !== previous.desk.chatTurn) void catchUp();
    else if (state.desk.chatSaid !== previous.desk.chatSaid) hear(state.desk.chatSaid);
    if (state.isChatOpen !== previous.isChatOpen) markSeen();
  });
  document.addEventListener("visibilitychange", markSeen);
  if (!deskStore.getState().desk.needsSnapshot) void catchUp();
  return () => {
    unsubscribe();
    document.removeEventListener("visibilitychange", markSeen);
    clearTimeout(again);
    useChat.setState(emptyChat, true);
    me = "";
  };
};

/** Shows a room; null: the list of rooms. */
export const showRoom = async (room: string | null): Promise<void> => {
  useChat.setState({ room });
  if (room === null) return;
  if (useChat.getState().threads[room] === undefined) await load(room);
  markSeen();
};

export const loadOlder = async (room: string): Promise<void> => {
  const thread = useChat.getState().threads[room];
  const oldest = thread?.messages[0];
  if (thread?.hasOlder === true && oldest !== undefined) await load(room, oldest.position);
};

export const say = async (room: string, text: string): Promise<void> => {
  const id = newCommandId().replaceAll("-", "");
  const outgoing: Outgoing = { id, room, text, at: Date.now(), state: "sending", problem: null };
  // Who has written too much waits, and in the order in which he wrote.
  const waits = useChat.getState().outbox.find(({ againAt }) => againAt !== undefined);
  if (waits === undefined) await send(outgoing);
  else put({ ...outgoing, state: "failed", problem: TOO_MANY, againAt: waits.againAt ?? 0 });
};

export const sayAgain = ({ againAt, ...outgoing }: Outgoing): Promise<void> =>
  send({ ...outgoing, state: "sending", problem: null });

export const giveUp = (id: string): void => {
  dropOutgoing(me, id);
  useChat.setState((chat) => foldDropped(chat, id));
};

const send = async (outgoing: Outgoing): Promise<void> => {
  put(outgoing);
  try {
    const message = await chatApi.say(outgoing.room, outgoing.id, outgoing.text);
    dropOutgoing(me, outgoing.id);
    hear(message);
  } catch (error) {
    const problem = error instanceof Problem ? error.code : "unexpected";
    if (problem === TOO_MANY) wait(outgoing, error as Problem);
    else put({ ...outgoing, state: "failed", problem });
  }
};

/** What was written too fast goes out by itself when the server takes it. */
const wait = (outgoing: Outgoing, { retryAfterSeconds }: Problem): void => {
  const afterMs = (retryAfterSeconds ?? AGAIN_AFTER_S) * 1_000;
  put({ ...outgoing, state: "failed", problem: TOO_MANY, againAt: Date.now() + afterMs });
  clearTimeout(again);
  again = setTimeout(() => void sayWhatIsOwed(), afterMs);
};

const sayWhatIsOwed = async (): Promise<void> => {
  for (const { id } of useChat.getState().outbox) {
    const outgoing = useChat.getState().outbox.find((each) => each.id === id);
    if (outgoing === undefined || !isOwed(outgoing)) continue;
    await sayAgain(outgoing);
    if (useChat.getState().outbox.some((each) => each.id === id && each.problem === TOO_MANY))
      return;
  }
};

const put = (outgoing: Outgoing): void => {
  keepOutgoing(me, outgoing);
  useChat.setState((chat) => foldOutgoing(chat, outgoing));
};

const hear = (message: ChatMessage | null): void => {
  if (message === null) return;
  const isSeen = isShown(message.room);
  dropOutgoing(me, message.id); // Its answer was lost on the way, but it is there.
  useChat.setState((chat) => foldSaid(chat, message, me, isSeen));
  if (isSeen) markSeen();
  else if (message.authorId !== me && isPersonal(message) && !isTalking()) beep();
  if (isPersonal(message) && !isListed(message.room)) void loadRooms();
};

/** After a snapshot: whatever was said meanwhile, and what this page could not say while the server was away. */
const catchUp = async (): Promise<void> => {
  await loadRooms();
  const { room } = useChat.getState();
  // What was heard of other rooms may have a gap: they are asked for anew when they are shown.
  useChat.setState(({ threads }) => ({
    threads: Object.fromEntries(Object.entries(threads).filter(([name]) => name === room)),
  }));
  if (room !== null) await load(room);
  markSeen();
  await sayWhatIsOwed();
};

/** What is older is said by its author again, or not any more. */
const isOwed = ({ state, problem, at }: Outgoing): boolean =>
  state === "failed" &&
  (problem === null || problem === SERVER_AWAY || problem === TOO_MANY) &&
  Date.now() - at < OWED_FOR_MS;

const loadRooms = async (): Promise<void> => {
  try {
    useChat.setState({ rooms: await chatApi.rooms() });
  } catch {
    // The server went away again: the next snapshot asks anew.
  }
};

const load = async (room: string, before: number | null = null): Promise<void> => {
  try {
    const page = await chatApi.messages(room, before);
    useChat.setState(({ threads }) => ({
      threads: { ...threads, [room]: foldPage(threads[room], page, before !== null) },
    }));
  } catch (error) {
    // A room that one is not in (any more) is not shown.
    if (error instanceof Problem && error.status === 404) useChat.setState({ room: null });
  }
};

/** What is before somebody's eyes has been read; the server hears of it. */
const markSeen = (): void => {
  const { room, rooms, threads } = useChat.getState();
  if (room === null || !isShown(room)) return;
  const last = threads[room]?.messages.at(-1)?.position ?? 0;
  const known = rooms?.find((each) => each.room === room);
  if (known === undefined || (last <= known.readTo && known.unread === 0)) return;
  useChat.setState((chat) => foldRead(chat, room, last));
  chatApi.markRead(room, last).catch(() => {}); // Counted as unread until it is shown again.
};

const isShown = (room: string): boolean =>
  deskStore.getState().isChatOpen &&
  document.visibilityState === "visible" &&
  useChat.getState().room === room;

const isListed = (name: string): boolean =>
  useChat.getState().rooms?.some(({ room }) => room === name) === true;

const isPersonal = (message: ChatMessage): boolean => message.room.startsWith("pair.");

/** In a talk, and while listening to one, nothing sounds. */
const isTalking = (): boolean => {
  const { agent, call } = deskStore.getState().desk;
  return call !== null || (agent?.supervision ?? null) !== null;
};
