import type { agentDayRu } from "./ru";

/** Words of one agent’s day. */
export const agentDayUz: Record<keyof typeof agentDayRu, string> = {
  "agentDay.title": "Kun: {{name}}",
  "agentDay.before": "Oldingi kun",
  "agentDay.after": "Keyingi kun",
  "agentDay.date": "Sana",
  "agentDay.today": "Bugun",
  "agentDay.empty": "Bu kuni ishlamagan",
  "agentDay.call": "Qo‘ng‘iroq",
  "agentDay.occupancy": "Bandlik",
  "agentDay.contacts": "Aloqalar",
  "agentDay.hint": "Nima bo‘lganini ko‘rish uchun qo‘ng‘iroqni bosing",
  "agentDay.open": "Operator kuni",
  "agentDay.own": "Mening kunim",
};
