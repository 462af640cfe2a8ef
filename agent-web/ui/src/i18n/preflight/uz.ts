import type { preflightRu } from "./ru";

/** What is checked before the first call of a shift, and what to do when it fails. */
export const preflightUz: Record<keyof typeof preflightRu, string> = {
  "preflight.title": "Qo‘ng‘iroqlarga tayyorlik",
  "preflight.browser.good": "Brauzer mos keladi",
  "preflight.browser.bad":
    "Brauzer qo‘ng‘iroq qila olmaydi ({{missing}}). Sahifani yangi Chrome, Edge yoki Firefoxda https orqali oching",
  "preflight.server.good": "Server {{ms}} ms ichida javob beradi",
  "preflight.server.waiting": "Server bilan aloqa tekshirilmoqda",
  "preflight.server.poor":
    "Server sekin javob beradi: {{ms}} ms. Wi-Fi o‘rniga kabel ulang, yuklashlar va videoni yoping",
  "preflight.server.bad":
    "Server bilan aloqa yo‘q. Tarmoq yoki VPNni tekshiring, sahifa o‘zi ulanadi",
  "preflight.telephone.good": "Telefon stansiyada ro‘yxatdan o‘tgan",
  "preflight.telephone.waiting": "Telefon stansiyaga ulanmoqda",
  "preflight.telephone.bad":
    "Telefon stansiyaga ulanmayapti. Bir daqiqadan oshsa, administratorga xabar bering",
  "preflight.path.good": "Ovoz yo‘li ikki tomonga ochiq",
  "preflight.path.waiting": "Ovoz yo‘li ochilmoqda",
  "preflight.path.bad":
    "Ovoz o‘tmayapti: tarmoq UDPni o‘tkazmayotganga o‘xshaydi. Administratorga xabar bering",
  "preflight.microphone.good": "Mikrofon sizni eshityapti",
  "preflight.microphone.waiting": "Mikrofonga biror narsa ayting",
  "preflight.microphone.bad": "Mikrofon ishlamayapti, sababi va chorasi yuqorida",
};
