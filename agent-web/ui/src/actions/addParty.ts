import { mayReach } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Asks who is to come into the talk, which goes on meanwhile. */
export const addParty = defineAction({
  name: "call.add-party",
  label: "action.addParty",
  hotkey: "Alt+A",
  target: (state) => (mayReach(state, "add") ? true : null),
  blockedBy: needsServer,
  perform: (_, commands) => commands.openReach("add"),
});
