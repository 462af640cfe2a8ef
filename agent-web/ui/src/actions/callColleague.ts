import { mayReach } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Opens the list of colleagues, one of whom is to be called. */
export const callColleague = defineAction({
  name: "call.colleague",
  label: "action.callColleague",
  hotkey: "Alt+K",
  target: (state) => (mayReach(state, "call") ? true : null),
  blockedBy: needsServer,
  perform: (_, commands) => commands.openReach("call"),
});
