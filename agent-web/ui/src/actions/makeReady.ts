import { whyNotReady } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

/** Ends not-ready. Wrap-up is ended by saving its form, so that nothing typed is passed over. */
export const makeReady = defineAction({
  name: "agent.ready",
  label: "action.makeReady",
  hotkey: "Alt+R",
  target: ({ desk: { agent } }) => {
    if (agent === null) return null;
    const isPlannedNotReady = agent.nextReason !== null && agent.status !== "wrapUp";
    return agent.status === "notReady" || isPlannedNotReady ? agent : null;
  },
  blockedBy: (state) => whyNotReady(state) ?? needsServer(state),
  perform: (_, commands) => commands.makeReady(),
});
