import { answeredConsultOf } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** All three talk. */
export const mergeParties = defineAction({
  name: "call.merge",
  label: "action.merge",
  hotkey: "Alt+J",
  target: answeredConsultOf,
  blockedBy: needsServer,
  perform: (call, commands) => commands.merge(call.interactionId),
});
