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
const SPEEDS = [1, 1.25, 1.5, 2];

/** A recording as two waveforms: the client above, the agent below. Fetched once, and so audited once. */
export const StereoPlayer = ({ part }: { part: RecordingPart }) => {
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
  return <Waves audio={data} talkStartsAt={part.talkStartsAtSeconds} />;
};

const Waves = ({ audio, talkStartsAt }: { audio: Blob; talkStartsAt: number }) => {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const wave = useRef<WaveSurfer | null>(null);
  const [state, setState] = useState({ isPlaying: false, at: 0, seconds: 0, isFailed: false });
  const [speed, setSpeed] = useState(1);

  useEffect(() => {
    if (container.current === null) return;
    const opened = openWaves(container.current);
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
  }, [audio, talkStartsAt]);

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
      <div className="player-channels">
        <span style={{ color: "var(--channel-client)" }}>{t("recording.client")}</span>
        <span style={{ color: "var(--channel-agent)" }}>{t("recording.agent")}</span>
      </div>
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

const openWaves = (container: HTMLElement): WaveSurfer =>
  WaveSurfer.create({
    container,
    height: CHANNEL_HEIGHT,
    cursorColor: "#1b2733",
    dragToSeek: true,
    normalize: true,
    splitChannels: [
      { waveColor: "#9cc4ef", progressColor: "#0b6bd3" },
      { waveColor: "#a3d6b8", progressColor: "#1f8f4d" },
    ],
  });
