import { mayReach } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Asks to whom the call is given; who has had it wraps up as soon as that one answers. */
export const transferCall = defineAction({
  name: "call.transfer",
  label: "action.transfer",
  hotkey: "Alt+P",
  target: (state) => (mayReach(state, "transfer") ? true : null),
  blockedBy: needsServer,
  perform: (_, commands) => commands.openReach("transfer"),
});
