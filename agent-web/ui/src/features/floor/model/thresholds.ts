import { queueFigures, timeInState } from "./figures";
import type { Floor } from "./floor";

/** From `warn` on a cell is yellow, from `alarm` on it is red and an alert is raised. */
export interface Bound {
  warn: number;
  alarm: number;
}

export interface Thresholds {
  waiting: Bound;
  /** Seconds. */
  "longest-wait": Bound;
  /** Share; the lower the worse. */
  "service-level-of-all": Bound;
  /** Seconds; not of who is ready or away. */
  "time-in-state": Bound;
}

export type ThresholdCode = keyof Thresholds;
export type Level = "warn" | "alarm" | null;

export const defaultThresholds: Thresholds = {
  waiting: { warn: 3, alarm: 10 },
  "longest-wait": { warn: 30, alarm: 60 },
  "service-level-of-all": { warn: 0.8, alarm: 0.6 },
  "time-in-state": { warn: 600, alarm: 1_200 },
};

export const thresholdCodes = Object.keys(defaultThresholds) as ThresholdCode[];

const isThreshold = (code: string): code is ThresholdCode => code in defaultThresholds;

export const levelOf = (thresholds: Thresholds, code: string, value: number | null): Level => {
  if (value === null || !isThreshold(code)) return null;
  const { warn, alarm } = thresholds[code];
  const isOver = (bound: number): boolean =>
    code === "service-level-of-all" ? value < bound : value >= bound;
  return isOver(alarm) ? "alarm" : isOver(warn) ? "warn" : null;
};

export interface Alert {
  /** What is wrong with whom: it stays the same while it lasts. */
  key: string;
  code: ThresholdCode;
  name: string;
  value: number;
}

const busyStates = ["notReady", "reserved", "talking", "held", "wrapUp"];

/** Everything that is red now. */
export const alertsOf = (floor: Floor, thresholds: Thresholds, now: number): Alert[] => {
  const alerts: Alert[] = [];
  const look = (id: string, name: string, code: ThresholdCode, value: number | null): void => {
    if (value !== null && levelOf(thresholds, code, value) === "alarm") {
      alerts.push({ key: `${code}:${id}`, code, name, value });
    }
  };
  for (const queue of floor.queues.values()) {
    const figures = queueFigures(queue, now);
    look(queue.id, queue.setUp.name, "waiting", figures.waiting);
    look(queue.id, queue.setUp.name, "longest-wait", figures["longest-wait"]);
    look(queue.id, queue.setUp.name, "service-level-of-all", figures["service-level-of-all"]);
  }
  for (const agent of floor.agents.values()) {
    if (busyStates.includes(agent.state.status)) {
      look(agent.id, agent.setUp.name, "time-in-state", timeInState(agent, now));
    }
  }
  return alerts;
};
