import { answeredConsultOf } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Talks with whoever hears music now, and the other way round. */
export const swapParties = defineAction({
  name: "call.swap",
  label: "action.swap",
  hotkey: "Alt+W",
  target: answeredConsultOf,
  blockedBy: needsServer,
  perform: (call, commands) => commands.swap(call.interactionId),
});
