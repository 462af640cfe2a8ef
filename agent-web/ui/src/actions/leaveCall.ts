import { leavableCallOf } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Leaves a conference to the others. */
export const leaveCall = defineAction({
  name: "call.leave",
  label: "action.leave",
  hotkey: "Alt+L",
  target: leavableCallOf,
  blockedBy: needsServer,
  perform: (call, commands) => commands.leave(call.interactionId),
});
