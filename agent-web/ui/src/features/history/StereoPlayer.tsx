import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { Problem } from "../../connection/restClient";
import type { RecordingLane, RecordingPart } from "../../contracts/rest";
import { Icon } from "../../kit/Icon";
import { clock } from "../../shared/time";
import { LaneRows } from "./LaneRows";
import { useWaves, type Waves } from "./useWaves";

const SPEEDS = [1, 1.25, 1.5, 2];
const STEP_SECONDS = 5;
const none: readonly RecordingLane[] = [];

interface Props {
  part: RecordingPart;
  /** A message has one voice, and one line of room. */
  isMessage?: boolean;
}

/**
 * A recording as two waveforms: the client above, the agent below; under them, who was in the talk when. The sound is
 * fetched once, and so audited once.
 */
export const StereoPlayer = ({ part, isMessage = false }: Props) => {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ["recording", part.recordingId],
    queryFn: () => api.recordingAudio(part.recordingId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const lanes = useQuery({
    queryKey: ["recording-lanes", part.recordingId],
    queryFn: ({ signal }) => api.recordingLanes(part.recordingId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    enabled: !isMessage,
  });
  if (error !== null) {
    const isForbidden = error instanceof Problem && error.status === 403;
    return (
      <div className="player-body soft" data-testid="player-failed">
        {t(isForbidden ? "recording.forbidden" : "recording.loadFailed")}
      </div>
    );
  }
  if (data === undefined) {
    return <div className="player-body faint">{t("recording.loading")}</div>;
  }
  return (
    <Sound
      audio={data}
      lanes={lanes.data?.lanes ?? none}
      talkStartsAt={part.talkStartsAtSeconds}
      isMessage={isMessage}
    />
  );
};

interface SoundProps {
  audio: Blob;
  lanes: readonly RecordingLane[];
  talkStartsAt: number;
  isMessage: boolean;
}

const Sound = ({ audio, lanes, talkStartsAt, isMessage }: SoundProps) => {
  const { t } = useTranslation();
  const waves = useWaves(audio, talkStartsAt, isMessage);
  const { state, seek } = waves;
  if (state.isFailed) {
    return (
      <div className="player-body soft" data-testid="player-failed">
        {t("recording.loadFailed")}
      </div>
    );
  }
  return (
    <div className="player-body" data-testid="player-wave" data-ready={state.seconds > 0}>
      <Controls waves={waves} />
      <div className="player-sound" data-message={isMessage}>
        {isMessage ? null : (
          <div className="player-channels">
            <span style={{ color: "var(--channel-client)" }}>{t("recording.client")}</span>
            <span style={{ color: "var(--channel-agent)" }}>{t("recording.agent")}</span>
          </div>
        )}
        <Drawing waves={waves} talkStartsAt={talkStartsAt} />
        {lanes.length === 0 || state.seconds === 0 ? null : (
          <LaneRows
            lanes={lanes}
            channels={state.channels}
            seconds={state.seconds}
            at={state.at}
            onSeek={seek}
          />
        )}
      </div>
    </div>
  );
};

const Controls = ({ waves: { state, toggle, changeSpeed } }: { waves: Waves }) => {
  const { t } = useTranslation();
  const [speed, setSpeed] = useState(1);
  return (
    <div className="player-controls">
      <Button
        type="primary"
        shape="circle"
        icon={<Icon name={state.isPlaying ? "pause" : "play"} />}
        aria-label={t(state.isPlaying ? "recording.pause" : "recording.play")}
        data-testid="player-toggle"
        data-playing={state.isPlaying}
        onClick={toggle}
      />
      <span data-testid="player-time">
        {clock(state.at)} / {clock(state.seconds)}
      </span>
      <Segmented
        size="small"
        aria-label={t("recording.speed")}
        value={speed}
        options={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
        onChange={(value) => {
          setSpeed(value);
          changeSpeed(value);
        }}
      />
    </div>
  );
};

const Drawing = ({ waves, talkStartsAt }: { waves: Waves; talkStartsAt: number }) => {
  const { t } = useTranslation();
  const { container, state, seek, toggle } = waves;
  const startShare = state.seconds > 0 ? talkStartsAt / state.seconds : 0;
  const onKey = (event: KeyboardEvent): void => {
    const place = placeAfter(event.key, state.at, state.seconds);
    if (place === null && event.key !== " ") return;
    event.preventDefault();
    if (place === null) toggle();
    else seek(place);
  };
  return (
    <div
      className="player-waves"
      role="slider"
      tabIndex={0}
      aria-label={t("lanes.position")}
      aria-valuemin={0}
      aria-valuemax={Math.round(state.seconds)}
      aria-valuenow={Math.round(state.at)}
      aria-valuetext={clock(state.at)}
      data-testid="player-position"
      onKeyDown={onKey}
    >
      <div ref={container} />
      {talkStartsAt > 0 && startShare > 0 && startShare < 1 ? (
        <span
          className="player-marker"
          style={{ left: `${startShare * 100}%` }}
          title={t("recording.talkStart")}
          data-testid="player-talk-start"
        />
      ) : null}
    </div>
  );
};

const placeAfter = (key: string, at: number, seconds: number): number | null => {
  switch (key) {
    case "ArrowLeft":
      return at - STEP_SECONDS;
    case "ArrowRight":
      return at + STEP_SECONDS;
    case "Home":
      return 0;
    case "End":
      return seconds;
    default:
      return null;
  }
};
