import { helpedCallOf, helplessCallOf } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Asks why; supervisors hear of it when that is said. */
export const askForHelp = defineAction({
  name: "call.ask-for-help",
  label: "action.askForHelp",
  hotkey: "Alt+S",
  target: helplessCallOf,
  blockedBy: needsServer,
  perform: (_, commands) => commands.openHelp(true),
});

export const withdrawHelp = defineAction({
  name: "call.withdraw-help",
  label: "action.withdrawHelp",
  hotkey: "Alt+S",
  target: helpedCallOf,
  blockedBy: needsServer,
  perform: (call, commands) => commands.withdrawHelp(call.interactionId),
});
