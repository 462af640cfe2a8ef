import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import WaveSurfer from "wavesurfer.js";
import { api } from "../../connection/api";
import { Problem } from "../../connection/restClient";
import type { RecordingPart } from "../../contracts/rest";
import { Icon } from "../../kit/Icon";
import { clock } from "../../shared/time";

const CHANNEL_HEIGHT = 44;
const MESSAGE_HEIGHT = 36;
const SPEEDS = [1, 1.25, 1.5, 2];

interface Props {
  part: RecordingPart;
  /** A message has one voice, and one line of room. */
  isMessage?: boolean;
}

/** A recording as two waveforms: the client above, the agent below. Fetched once, and so audited once. */
export const StereoPlayer = ({ part, isMessage = false }: Props) => {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ["recording", part.recordingId],
    queryFn: () => api.recordingAudio(part.recordingId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
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
  return <Waves audio={data} talkStartsAt={part.talkStartsAtSeconds} isMessage={isMessage} />;
};

interface WavesProps {
  audio: Blob;
  talkStartsAt: number;
  isMessage: boolean;
}

const Waves = ({ audio, talkStartsAt, isMessage }: WavesProps) => {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const wave = useRef<WaveSurfer | null>(null);
  const [state, setState] = useState({ isPlaying: false, at: 0, seconds: 0, isFailed: false });
  const [speed, setSpeed] = useState(1);

  useEffect(() => {
    if (container.current === null) return;
    const opened = openWaves(container.current, isMessage);
    wave.current = opened;
    const show = (part: Partial<typeof state>): void => setState((now) => ({ ...now, ...part }));
    opened.on("ready", (seconds) => {
      show({ seconds });
      opened.setTime(Math.min(talkStartsAt, seconds));
      // Forbidden without a click of the agent; then he presses the button.
      void opened.play().catch(() => show({ isPlaying: false }));
    });
    opened.on("play", () => show({ isPlaying: true }));
    opened.on("pause", () => show({ isPlaying: false }));
    opened.on("timeupdate", (at) => show({ at }));
    opened.on("error", () => show({ isFailed: true }));
    void opened.loadBlob(audio).catch(() => show({ isFailed: true }));
    return () => opened.destroy();
  }, [audio, talkStartsAt, isMessage]);

  if (state.isFailed) {
    return (
      <div className="player-body soft" data-testid="player-failed">
        {t("recording.loadFailed")}
      </div>
    );
  }
  const startShare = state.seconds > 0 ? talkStartsAt / state.seconds : 0;
  return (
    <div className="player-body" data-testid="player-wave" data-ready={state.seconds > 0}>
      <div className="player-controls">
        <Button
          type="primary"
          shape="circle"
          icon={<Icon name={state.isPlaying ? "pause" : "play"} />}
          aria-label={t(state.isPlaying ? "recording.pause" : "recording.play")}
          data-testid="player-toggle"
          data-playing={state.isPlaying}
          onClick={() => void wave.current?.playPause()}
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
            wave.current?.setPlaybackRate(value, true);
          }}
        />
      </div>
      {isMessage ? null : (
        <div className="player-channels">
          <span style={{ color: "var(--channel-client)" }}>{t("recording.client")}</span>
          <span style={{ color: "var(--channel-agent)" }}>{t("recording.agent")}</span>
        </div>
      )}
      <div className="player-waves">
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
    </div>
  );
};

const CLIENT_COLOURS = { waveColor: "#9cc4ef", progressColor: "#0b6bd3" };
const AGENT_COLOURS = { waveColor: "#a3d6b8", progressColor: "#1f8f4d" };

const openWaves = (container: HTMLElement, isMessage: boolean): WaveSurfer =>
  WaveSurfer.create({
    container,
    height: isMessage ? MESSAGE_HEIGHT : CHANNEL_HEIGHT,
    cursorColor: "#1b2733",
    dragToSeek: true,
    normalize: true,
    ...(isMessage ? CLIENT_COLOURS : { splitChannels: [CLIENT_COLOURS, AGENT_COLOURS] }),
  });
