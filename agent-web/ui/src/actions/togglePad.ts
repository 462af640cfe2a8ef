import { ownTalkOf } from "../desk/selectors";
import { defineAction, needsServer, never } from "./action";

export const openPad = defineAction({
  name: "call.open-pad",
  label: "action.openPad",
  hotkey: "F9",
  target: (state) => (state.isPadOpen ? null : ownTalkOf(state)),
  blockedBy: needsServer,
  perform: (_, commands) => commands.openPad(true),
});

export const closePad = defineAction({
  name: "call.close-pad",
  label: "action.closePad",
  hotkey: "F9",
  target: (state) => (state.isPadOpen ? ownTalkOf(state) : null),
  blockedBy: never,
  perform: (_, commands) => commands.openPad(false),
});
