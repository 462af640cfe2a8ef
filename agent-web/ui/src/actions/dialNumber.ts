import { mayCall } from "../desk/selectors";
import { defineAction, never } from "./action";

/** Leads to the field in which a number is typed. */
export const dialNumber = defineAction({
  name: "call.dial",
  label: "action.dial",
  hotkey: "Alt+C",
  target: (state) => (mayCall(state) ? true : null),
  blockedBy: never,
  perform: (_, commands) => commands.focusDial(),
});
