import { answeredConsultOf } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Leaves the client to whoever has been asked. */
export const completeTransfer = defineAction({
  name: "call.complete",
  label: "action.complete",
  hotkey: "Alt+O",
  target: answeredConsultOf,
  blockedBy: needsServer,
  perform: (call, commands) => commands.complete(call.interactionId),
});
