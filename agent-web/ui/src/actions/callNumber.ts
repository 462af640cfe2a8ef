import { mayCall, whyNotReady } from "../desk/selectors";
import { type DeskAction, defineAction, needsServer } from "./action";

/** Calls a number, as it was typed or as it stands on the page. */
export const callNumber = (number: string): DeskAction =>
  defineAction({
    name: "call.number",
    label: "action.callNumber",
    hotkey: null,
    target: () => (number.trim() === "" ? null : number.trim()),
    blockedBy: (state) =>
      mayCall(state) ? (whyNotReady(state) ?? needsServer(state)) : "blocked.notFree",
    perform: (wanted, commands) => commands.dial(wanted),
  });
