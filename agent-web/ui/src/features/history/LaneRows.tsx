import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { LaneSpan, RecordingLane } from "../../contracts/rest";
import { wordsFor } from "../../i18n/i18n";
import { phoneForPeople } from "../../shared/phone";
import { clock } from "../../shared/time";
import { type Channels, isAudible, spanAt, spokenIn } from "./lanes";
import type { Stretch } from "./voice";

interface Props {
  lanes: readonly RecordingLane[];
  channels: Channels;
  seconds: number;
  at: number;
  onSeek: (seconds: number) => void;
}

/** Who was in the talk from when to when, under the waveforms; whoever is heard now is marked. */
export const LaneRows = ({ lanes, channels, seconds, at, onSeek }: Props) => {
  const { t } = useTranslation();
  return (
    <section className="lanes" aria-label={t("lanes.title")} data-testid="player-lanes">
      {lanes.map((lane, place) => (
        <LaneRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a recording's lanes stay in their places
          key={place}
          lane={lane}
          lanes={lanes}
          channels={channels}
          seconds={seconds}
          now={spanAt(lane, at)}
          onSeek={onSeek}
        />
      ))}
      <span className="lane-heads" aria-hidden>
        <i style={{ left: `${(at / seconds) * 100}%` }} />
      </span>
    </section>
  );
};

interface RowProps {
  lane: RecordingLane;
  lanes: readonly RecordingLane[];
  channels: Channels;
  seconds: number;
  now: LaneSpan | null;
  onSeek: (seconds: number) => void;
}

const LaneRow = memo(({ lane, lanes, channels, seconds, now, onSeek }: RowProps) => {
  const name = nameOf(lane);
  const spoken = spokenIn(lane, lanes, channels);
  const isHeard = now !== null && isAudible(now);
  return (
    <div
      className="lane"
      data-testid="lane"
      data-role={lane.role}
      data-name={lane.name ?? ""}
      data-heard={isHeard}
    >
      <span className="lane-name clip" title={name}>
        {name}
        {lane.name === null ? null : (
          <span className="lane-role"> {wordsFor("lane", lane.role)}</span>
        )}
      </span>
      <div className="lane-track">
        {lane.spans.map((span) => (
          <button
            key={span.fromSeconds}
            type="button"
            className="lane-span"
            style={placeOf([span.fromSeconds, span.toSeconds], seconds)}
            title={spanWords(name, span)}
            aria-label={spanWords(name, span)}
            aria-current={span === now}
            data-testid="lane-span"
            data-heard={span.heard}
            data-from={span.fromSeconds}
            data-to={span.toSeconds}
            onClick={() => onSeek(span.fromSeconds)}
          />
        ))}
        <svg
          className="lane-voice"
          viewBox={`0 0 ${seconds} 1`}
          preserveAspectRatio="none"
          aria-hidden
        >
          <path d={pathOf(spoken.alone)} />
          <path className="lane-shared" d={pathOf(spoken.shared)} />
        </svg>
      </div>
    </div>
  );
});

const nameOf = ({ role, name }: RecordingLane): string => {
  if (name !== null) return role === "outside" ? phoneForPeople(name) : name;
  return wordsFor("lane", role === "line" || role === "client" ? role : "somebody");
};

const spanWords = (name: string, { heard, fromSeconds, toSeconds }: LaneSpan): string =>
  `${name}: ${wordsFor("heard", heard)}, ${clock(fromSeconds)}–${clock(toSeconds)}`;

const placeOf = ([from, to]: Stretch, seconds: number) => ({
  left: `${(from / seconds) * 100}%`,
  width: `${((to - from) / seconds) * 100}%`,
});

const pathOf = (stretches: readonly Stretch[]): string =>
  stretches.map(([from, to]) => `M${from} 0H${to}V1H${from}Z`).join("");
