/** Words of one agent’s day. */
export const agentDayRu = {
  "agentDay.title": "День: {{name}}",
  "agentDay.before": "Предыдущий день",
  "agentDay.after": "Следующий день",
  "agentDay.date": "Дата",
  "agentDay.today": "Сегодня",
  "agentDay.empty": "В этот день не работал",
  "agentDay.call": "Звонок",
  "agentDay.occupancy": "Занятость",
  "agentDay.contacts": "Контакты",
  "agentDay.hint": "Нажмите на звонок, чтобы увидеть, что в нём было",
  "agentDay.open": "День оператора",
  "agentDay.own": "Мой день",
};
