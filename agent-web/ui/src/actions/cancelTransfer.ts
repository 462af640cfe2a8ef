import { liveCallOf } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Whoever is being called for the client goes, and the client is back. */
export const cancelTransfer = defineAction({
  name: "call.cancel-transfer",
  label: "action.cancelTransfer",
  hotkey: "Alt+X",
  target: (state) => {
    const call = liveCallOf(state);
    return call?.stage === "transferring" && call.isOwner ? call : null;
  },
  blockedBy: needsServer,
  perform: (call, commands) => commands.cancelTransfer(call.interactionId),
});
