import { defineAction, never } from "./action";

/** Beside the call, never over it. */
export const openChat = defineAction({
  name: "chat.open",
  label: "action.openChat",
  hotkey: "Alt+I",
  target: (state) => (state.isChatOpen ? null : true),
  blockedBy: never,
  perform: (_, commands) => commands.openChat(true),
});

export const closeChat = defineAction({
  name: "chat.close",
  label: "action.closeChat",
  hotkey: "Alt+I",
  target: (state) => (state.isChatOpen ? true : null),
  blockedBy: never,
  perform: (_, commands) => commands.openChat(false),
});
