import { liveCallOf } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Whoever is being asked goes, and the client is back. */
export const cancelConsult = defineAction({
  name: "call.cancel-consult",
  label: "action.cancelConsult",
  hotkey: "Alt+X",
  target: (state) => {
    const call = liveCallOf(state);
    return call?.stage === "consulting" && call.isOwner ? call : null;
  },
  blockedBy: needsServer,
  perform: (call, commands) => commands.cancelConsult(call.interactionId),
});
