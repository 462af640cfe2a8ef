import { ownTalkOf } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

export const holdCall = defineAction({
  name: "call.hold",
  label: "action.hold",
  hotkey: "F4",
  target: (state) => {
    const call = ownTalkOf(state);
    return call?.stage === "connected" ? call : null;
  },
  blockedBy: needsServer,
  perform: (call, commands) => commands.hold(call.interactionId),
});
