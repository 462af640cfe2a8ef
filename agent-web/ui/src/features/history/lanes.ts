import type { LaneSpan, RecordingLane } from "../../contracts/rest";
import { type Stretch, within, without } from "./voice";

/** When somebody speaks on each channel: whose leg was recorded, and what he heard. */
export interface Channels {
  left: readonly Stretch[];
  right: readonly Stretch[];
}

/** What of a lane is under the play head. */
export const spanAt = (lane: RecordingLane, at: number): LaneSpan | null =>
  lane.spans.find(({ fromSeconds, toSeconds }) => fromSeconds <= at && at < toSeconds) ?? null;

/** Whether it can be heard in the recording; whoever only listens, or is silenced, cannot. */
export const isAudible = ({ heard }: LaneSpan): boolean =>
  heard !== "muted" && heard !== "whispers" && heard !== "listens";

export interface Spoken {
  /** Nobody else was on his channel. */
  alone: Stretch[];
  /** He or another: the sound does not tell. */
  shared: Stretch[];
}

/** When this one spoke, as far as the sound tells: all but whose leg was recorded are on the right channel. */
export const spokenIn = (
  lane: RecordingLane,
  lanes: readonly RecordingLane[],
  { left, right }: Channels,
): Spoken => {
  if (lane.isRecorded) return { alone: within(left, talksOf(lane)), shared: [] };
  const others = lanes.filter((other) => other !== lane && !other.isRecorded).flatMap(talksOf);
  const spoken = within(right, talksOf(lane));
  return { alone: without(spoken, others), shared: within(spoken, others) };
};

const talksOf = ({ spans }: RecordingLane): Stretch[] =>
  spans
    .filter(({ heard }) => heard === "talks")
    .map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds]);
