import type { FloorAgent, FloorCaller, FloorQueue } from "../../../contracts/floor";
import { type Figure, handling, secondsSince, share } from "../../figures/agentFigures";

/** `now` is the server's clock in milliseconds. */
export const queueFigures = ({ line, figures }: FloorQueue, now: number) => ({
  waiting: line.waiting,
  "longest-wait": secondsSince(line.longestSince, now),
  "estimated-wait": line.estimatedWaitSeconds,
  "agents-ready": line.ready,
  offered: figures.offered,
  answered: figures.answered,
  "answered-within": figures.answeredWithin,
  abandoned: figures.abandoned,
  "abandoned-within": figures.abandonedWithin,
  "left-otherwise": figures.leftOtherwise,
  "service-level": share(figures.answeredWithin, figures.answered),
  "service-level-of-all": share(
    figures.answeredWithin,
    figures.answered + figures.abandoned - figures.abandonedWithin,
  ),
  "average-wait": share(figures.waitSeconds, figures.answered),
  ...handling(figures),
});

export const timeInState = (agent: FloorAgent, now: number): Figure =>
  agent.state.status === "signedOut" ? null : secondsSince(agent.state.since, now);

export const stageTime = (agent: FloorAgent, now: number): Figure =>
  agent.state.call === undefined ? null : secondsSince(agent.state.call.since, now);

/** Who goes first: by age, with the priority as some more of it, as the queue itself orders them. */
export const inOrder = (
  callers: Iterable<FloorCaller>,
  secondsPerPoint: (queueId: string) => number | undefined,
): FloorCaller[] => {
  const key = ({ queueId, since: at, priority }: FloorCaller): number =>
    Date.parse(at) - priority * (secondsPerPoint(queueId) ?? 0) * 1_000;
  return [...callers].sort(
    (one, other) =>
      one.queueId.localeCompare(other.queueId) ||
      key(one) - key(other) ||
      one.interactionId.localeCompare(other.interactionId),
  );
};
