import type { surveysRu } from "./ru";

/** Words of what clients think of us. */
export const surveysUz: Record<keyof typeof surveysRu, string> = {
  "nav.surveys": "Baholar",
  "surveys.title": "Mijozlar baholari",
  "surveys.from": "Qaysi kundan",
  "surveys.to": "Qaysi kungacha",
  "surveys.today": "Bugun",
  "surveys.week": "7 kun",
  "surveys.month": "30 kun",
  "surveys.export": "Excelga",
  "surveys.all": "Butun markaz",
  "surveys.queues": "Navbat",
  "surveys.agents": "Operator",
  "surveys.by.queues": "Navbatlar bo‘yicha",
  "surveys.by.agents": "Operatorlar bo‘yicha",
  "surveys.noQueue": "Navbatsiz",
  "surveys.noAgent": "Operatorsiz",
  "surveys.empty": "Bu kunlarda baho yo‘q",
  "surveys.answers": "baholar: {{count}}",
  "surveys.periodWrong": "Birinchi kun oxirgisidan kech emas, va 400 kundan ko‘p emas",
  "surveys.given": "Mijoz bahosi",
  "surveys.of": "{{highest}} dan {{score}}",
};
