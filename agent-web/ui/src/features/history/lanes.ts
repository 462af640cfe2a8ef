import type { LaneSpan, RecordingLane } from "../../contracts/rest";
import { type Stretch, within } from "./voice";

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

/**
 * When this one spoke, as far as the sound tells. Those on the right channel share it: who of several it was, it does
 * not say, so it is said of all.
 */
export const spokenIn = (lane: RecordingLane, { left, right }: Channels): Stretch[] =>
  lane.role === "line"
    ? []
    : within(
        lane.isRecorded ? left : right,
        lane.spans
          .filter(({ heard }) => heard === "talks")
          .map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds]),
      );
