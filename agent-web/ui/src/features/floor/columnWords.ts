import type { MessageKey } from "../../i18n/messages";

/** What columns are called that show no figure. */
export const wordsOfColumn: Readonly<Record<string, MessageKey>> = {
  state: "centre.state",
  call: "floor.call",
  queues: "centre.queues",
  groups: "floor.groups",
  "work-client": "work.client",
  "work-queue": "centre.queue",
  "work-state": "centre.state",
  "work-time": "work.time",
  "work-agent": "floor.agent",
  "work-priority": "centre.priority",
  "work-by-hand": "centre.byHand",
};
