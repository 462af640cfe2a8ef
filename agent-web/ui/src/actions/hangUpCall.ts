import { endableCallOf } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

export const hangUpCall = defineAction({
  name: "call.hang-up",
  label: "action.hangUp",
  hotkey: "Alt+H",
  target: endableCallOf,
  blockedBy: needsServer,
  perform: (call, commands) => commands.hangUp(call.interactionId),
});
