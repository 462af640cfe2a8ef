import { agentOf, mayCall, whyNotReady } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Tries once more whom the agent has called in vain. */
export const callAgain = defineAction({
  name: "call.again",
  label: "action.callAgain",
  hotkey: "Alt+G",
  target: (state) => (mayCall(state) ? (agentOf(state)?.failedDial ?? null) : null),
  blockedBy: (state) => whyNotReady(state) ?? needsServer(state),
  perform: ({ target }, commands) =>
    target.kind === "agent" ? commands.callAgent(target.id) : commands.dial(target.id),
});
