/** What is checked before the first call of a shift, and what to do when it fails. */
export const preflightRu = {
  "preflight.title": "Готовность к звонкам",
  "preflight.browser.good": "Браузер подходит",
  "preflight.browser.bad":
    "Браузер не умеет звонить ({{missing}}). Откройте страницу в свежем Chrome, Edge или Firefox по https",
  "preflight.server.good": "Сервер отвечает за {{ms}} мс",
  "preflight.server.waiting": "Проверяем связь с сервером",
  "preflight.server.poor":
    "Сервер отвечает медленно: {{ms}} мс. Включите кабель вместо Wi-Fi, закройте загрузки и видео",
  "preflight.server.bad": "Нет связи с сервером. Проверьте сеть или VPN, страница подключится сама",
  "preflight.telephone.good": "Телефон зарегистрирован на станции",
  "preflight.telephone.waiting": "Телефон подключается к станции",
  "preflight.telephone.bad":
    "Телефон не подключается к станции. Если так дольше минуты, сообщите администратору",
  "preflight.path.good": "Канал голоса открыт в обе стороны",
  "preflight.path.waiting": "Открываем канал голоса",
  "preflight.path.bad":
    "Голос не проходит: похоже, сеть не пропускает UDP. Сообщите администратору",
  "preflight.microphone.good": "Микрофон вас слышит",
  "preflight.microphone.waiting": "Скажите что-нибудь в микрофон",
  "preflight.microphone.bad": "Микрофон не работает, причина и что делать — выше",
};
