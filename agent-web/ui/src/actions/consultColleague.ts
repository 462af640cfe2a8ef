import { mayReach } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Asks who is to be asked, while the client hears music. */
export const consultColleague = defineAction({
  name: "call.consult",
  label: "action.consult",
  hotkey: "Alt+Q",
  target: (state) => (mayReach(state, "consult") ? true : null),
  blockedBy: needsServer,
  perform: (_, commands) => commands.openReach("consult"),
});
