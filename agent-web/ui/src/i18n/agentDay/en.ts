import type { agentDayRu } from "./ru";

/** Words of one agent’s day. */
export const agentDayEn: Record<keyof typeof agentDayRu, string> = {
  "agentDay.title": "Day: {{name}}",
  "agentDay.before": "The day before",
  "agentDay.after": "The day after",
  "agentDay.date": "Date",
  "agentDay.today": "Today",
  "agentDay.empty": "Did not work on this day",
  "agentDay.call": "Call",
  "agentDay.occupancy": "Occupancy",
  "agentDay.contacts": "Contacts",
  "agentDay.hint": "Click a call to see what happened in it",
  "agentDay.open": "The agent’s day",
  "agentDay.own": "My day",
};
