import type { QueueRule } from "../../../contracts/rules";
import type { Pattern } from "../core/kind";
import { t } from "./words";

export const emptyQueue = (): QueueRule => ({
  id: "",
  name: "",
  channel: "voice",
  requirement: "",
  relaxation: [],
  groups: [],
  strategy: "longest-idle",
  weights: {},
  language: "ru",
  music: "default",
  answerWithinSeconds: 20,
  ringSeconds: 20,
  wrapUpSeconds: 60,
  wrapUpExtensionSeconds: 0,
  waitingMax: 500,
  announcement: null,
  callback: null,
  overflow: [],
  calendar: null,
  lastAgent: null,
  personalManagerWaitSeconds: null,
  agentsMayPick: false,
  secondsPerPriorityPoint: 10,
});

const place = { firstAfterSeconds: 30, everySeconds: 60, position: true, estimatedWait: true };

/** What many centres begin with. */
export const queuePatterns: readonly Pattern<QueueRule>[] = [
  {
    label: "pattern.support",
    hint: "pattern.supportHint",
    item: () => ({
      ...emptyQueue(),
      name: t("pattern.support"),
      announcement: place,
      callback: {
        offerAfterSeconds: 120,
        offerAtEstimatedWaitSeconds: null,
        attemptsMax: 3,
        retrySeconds: 300,
      },
      lastAgent: { withinMinutes: 1_440, waitSeconds: 20 },
    }),
  },
  {
    label: "pattern.sales",
    hint: "pattern.salesHint",
    item: () => ({
      ...emptyQueue(),
      name: t("pattern.sales"),
      strategy: "most-skilled",
      ringSeconds: 12,
      wrapUpSeconds: 90,
      announcement: { ...place, position: false },
      lastAgent: { withinMinutes: 43_200, waitSeconds: 30 },
    }),
  },
  {
    label: "pattern.vip",
    hint: "pattern.vipHint",
    item: () => ({
      ...emptyQueue(),
      name: t("pattern.vip"),
      strategy: "most-skilled",
      ringSeconds: 10,
      personalManagerWaitSeconds: 30,
      lastAgent: { withinMinutes: 129_600, waitSeconds: 15 },
      secondsPerPriorityPoint: 30,
    }),
  },
  {
    label: "pattern.overflow",
    hint: "pattern.overflowHint",
    item: () => ({
      ...emptyQueue(),
      name: t("pattern.overflow"),
      strategy: "least-occupied",
      wrapUpExtensionSeconds: 60,
      waitingMax: 1_000,
    }),
  },
];
