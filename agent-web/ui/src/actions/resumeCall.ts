import { ownTalkOf } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

export const resumeCall = defineAction({
  name: "call.resume",
  label: "action.resume",
  hotkey: "F4",
  target: (state) => {
    const call = ownTalkOf(state);
    return call?.stage === "held" ? call : null;
  },
  blockedBy: needsServer,
  perform: (call, commands) => commands.resume(call.interactionId),
});
