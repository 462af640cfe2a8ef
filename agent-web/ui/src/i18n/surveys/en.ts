import type { surveysRu } from "./ru";

/** Words of what clients think of us. */
export const surveysEn: Record<keyof typeof surveysRu, string> = {
  "nav.surveys": "Ratings",
  "surveys.title": "Clients’ ratings",
  "surveys.from": "From which day",
  "surveys.to": "Until which day",
  "surveys.today": "Today",
  "surveys.week": "7 days",
  "surveys.month": "30 days",
  "surveys.export": "To Excel",
  "surveys.all": "The whole centre",
  "surveys.queues": "Queue",
  "surveys.agents": "Agent",
  "surveys.by.queues": "By queue",
  "surveys.by.agents": "By agent",
  "surveys.noQueue": "In no queue",
  "surveys.noAgent": "Without an agent",
  "surveys.empty": "No answers on these days",
  "surveys.answers": "answers: {{count}}",
  "surveys.periodWrong": "The first day is not after the last, and at most 400 days",
  "surveys.given": "The client’s rating",
  "surveys.of": "{{score}} of {{highest}}",
};
