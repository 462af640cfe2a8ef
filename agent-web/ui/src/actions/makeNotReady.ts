import type { AgentStatus } from "../contracts/hub";
import type { Language } from "../contracts/shared";
import { agentOf } from "../desk/selectors";
import type { MessageKey } from "../i18n/messages";
import { type DeskAction, defineAction, needsServer } from "./action";

const LEAVABLE: readonly AgentStatus[] = [
  "ready",
  "notReady",
  "reserved",
  "talking",
  "held",
  "wrapUp",
];

/** One action per reason that an agent may choose. With a caller it takes effect after wrap-up. */
export const makeNotReady = (reason: string, names?: Record<Language, string>): DeskAction =>
  defineAction({
    name: `agent.not-ready.${reason}`,
    label: "action.notReadyFor",
    labelValues: { reason: names ?? (`reason.${reason}` as MessageKey) },
    hotkey: null,
    target: (state) => {
      const agent = agentOf(state);
      if (agent === null || !LEAVABLE.includes(agent.status)) return null;
      const current = agent.status === "notReady" ? agent.reason : agent.nextReason;
      return current === reason ? null : agent;
    },
    blockedBy: needsServer,
    perform: (_, commands) => commands.makeNotReady(reason),
  });

/** Opens the list of reasons under the status switch. */
export const chooseReason = defineAction({
  name: "agent.choose-reason",
  label: "action.notReady",
  hotkey: "Alt+N",
  target: (state) => {
    const agent = agentOf(state);
    return agent !== null && LEAVABLE.includes(agent.status) ? agent : null;
  },
  blockedBy: needsServer,
  perform: (_, commands) => commands.openReasonMenu(true),
});
