import i18next from "i18next";
import { afterEach, describe, expect, it } from "vitest";
import codes from "../../../../../tests/wire/timeline-codes.json";
import type { TimelineEntry } from "../../contracts/rest";
import { languages, wordsIf } from "../../i18n/i18n";
import { kebab } from "../../shared/kebab";
import { happeningDetails, happeningWords } from "./happening";

const happened = (kind: string, detail: Record<string, unknown> = {}): TimelineEntry => ({
  at: "2026-07-14T09:30:15.25+00:00",
  kind,
  agentName: null,
  detail,
  decision: null,
});
const noted = (note: string, more: Record<string, unknown> = {}) =>
  happened("flow-noted", { note: { note, ...more } });
const names: Record<string, string> = { debt: "Задолженность", welcome: "Приветствие" };
const say = (entry: TimelineEntry): string => {
  const details = happeningDetails(entry, (_, id) => names[id] ?? null);
  return details === "" ? happeningWords(entry) : `${happeningWords(entry)}: ${details}`;
};

afterEach(() => i18next.changeLanguage("ru"));

describe("the timeline of a call", () => {
  it.each(languages)("has words in %s for every code of the server", async (language) => {
    await i18next.changeLanguage(language);
    for (const [prefix, all] of Object.entries(codes)) {
      for (const code of all)
        expect(wordsIf(prefix, kebab(code)), `${prefix} ${code}`).not.toBeNull();
    }
  });

  it.each(codes.flowNote)("tells the step %s of a flow apart from the others", (code) => {
    expect(happeningWords(noted(code))).not.toBe(happeningWords(happened("flow-noted")));
  });

  it("calls flows and queues by their names", () => {
    expect(say(happened("flow-started", { flow: "welcome" }))).toBe("Сценарий начат: Приветствие");
    expect(say(happened("interaction-queued", { queue: "debt" }))).toBe(
      "Встал в очередь: Задолженность",
    );
    expect(say(happened("flow-started", { flow: "gone" }))).toBe("Сценарий начат");
  });

  it("names the skill to which the call was handed on", () => {
    names.uzbek = "Узбекский язык";
    const to = (level: number) =>
      happened("transfer-started", { skill: { skill: "uzbek", level } });
    expect(say(to(1))).toBe("Перевод начат: Узбекский язык");
    expect(say(to(5))).toBe("Перевод начат: Узбекский язык ≥ 5");
  });

  it("says which number a client saw whom we called, and by which rule", () => {
    expect(say(happened("outbound-call-started", { callerId: "+998712000000" }))).toBe(
      "Оператор звонит клиенту: Показан номер +998 71 200-00-00",
    );
    expect(
      say(happened("party-invited", { callerId: "+998712000000", callerIdRule: "Своя сеть" })),
    ).toContain("+998 71 200-00-00 по правилу «Своя сеть»");
  });

  it("says a usual reason for help in the reader's words, and any other as it was typed", () => {
    expect(say(happened("help-asked", { reason: "angry" }))).toContain("Клиент недоволен");
    expect(say(happened("help-asked", { reason: "Просит скидку" }))).toContain("Просит скидку");
  });

  it("calls the supervisor who took part by his name", () => {
    names["0197"] = "Нодира Алиева";
    expect(say(happened("talk-supervised", { by: "0197", mode: "whisper" }))).toContain(
      "Нодира Алиева",
    );
  });

  it("says that a listener was not seen", () => {
    const listened = (isSeen: boolean) =>
      say(happened("talk-supervised", { by: "0197", mode: "listen", isSeen }));
    expect(listened(false)).toContain("незаметно для оператора");
    expect(listened(true)).not.toContain("незаметно");
  });

  it("says where the caller went and what he pressed", () => {
    expect(say(noted("node-entered", { node: "menu-2" }))).toBe("Шаг сценария: Меню 2");
    expect(say(noted("node-entered", { node: "!", queue: "debt" }))).toBe(
      "Шаг сценария: запасная очередь · Задолженность",
    );
    expect(say(noted("menu-chosen", { node: "menu-1", digit: "1", label: "Долг" }))).toBe(
      "Выбрал в меню: 1 · Долг · Меню 1",
    );
  });

  it("says what came of it", () => {
    expect(say(noted("looked-up", { node: "http-lookup-1", status: 200 }))).toBe(
      "Спрошена другая программа: Запрос HTTP 1 · ответ 200",
    );
    expect(say(noted("looked-up", { node: "http-lookup-1" }))).toContain("не ответила");
    expect(say(noted("voicemail-left", { queue: "debt", seconds: 12 }))).toBe(
      "Оставил сообщение: Задолженность · 12 с",
    );
    expect(say(noted("survey-answered", { kind: "csat", score: 5, question: "service" }))).toBe(
      "Поставил оценку: 5 · CSAT, довольство · service",
    );
    expect(say(noted("ended", { ending: "callerGone" }))).toBe(
      "Сценарий окончен: клиент положил трубку",
    );
    expect(say(happened("queue-left", { queue: "debt", reason: "noAgents" }))).toBe(
      "Вышел из очереди: Задолженность · нет операторов",
    );
  });

  it("says what was wrong with the flow", () => {
    const fault = { flow: "welcome", node: "queue-1", code: "unknown-queue", detail: "sales" };
    expect(say(noted("faulted", fault))).toBe(
      "Ошибка в сценарии: Очередь 1 · очереди больше нет · sales",
    );
  });
});
