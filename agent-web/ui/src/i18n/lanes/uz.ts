import type { lanesRu } from "./ru";

/** Who was heard when in a recording. */
export const lanesUz: Record<keyof typeof lanesRu, string> = {
  "lanes.title": "Kim qachon gapirgan",
  "lanes.position": "Yozuvdagi joy",
  "lane.line": "Liniya",
  "lane.client": "Mijoz",
  "lane.outside": "tashqi raqam",
  "lane.colleague": "hamkasb",
  "lane.agent": "operator",
  "lane.supervisor": "supervayzer",
  "lane.somebody": "Xodim",
  "heard.talks": "suhbatda",
  "heard.muted": "mikrofon o‘chirilgan",
  "heard.whispers": "operatorga aytib turgan, mijoz eshitmagan",
  "heard.listens": "jim tinglagan",
  "heard.flow": "salomlashish va menyu",
  "heard.queue": "navbatda kutish",
  "heard.hold": "ushlab turish musiqasi",
  "heard.audioLost": "operator bilan aloqa uzilgan, musiqa",
};
