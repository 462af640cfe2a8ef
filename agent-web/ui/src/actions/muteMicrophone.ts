import { isMuted, talkOf } from "../desk/selectors";
import { defineAction, never } from "./action";

/** Works without the server too: the microphone is silenced in the page. */
export const muteMicrophone = defineAction({
  name: "call.mute",
  label: "action.mute",
  hotkey: "F8",
  target: (state) => (isMuted(state) ? null : talkOf(state)),
  blockedBy: never,
  perform: (call, commands) => commands.mute(call.interactionId, true),
});

export const unmuteMicrophone = defineAction({
  name: "call.unmute",
  label: "action.unmute",
  hotkey: "F8",
  target: (state) => (isMuted(state) ? talkOf(state) : null),
  blockedBy: never,
  perform: (call, commands) => commands.mute(call.interactionId, false),
});
