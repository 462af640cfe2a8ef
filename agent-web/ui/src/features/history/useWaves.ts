import { type RefObject, useEffect, useRef, useState } from "react";
import WaveSurfer from "wavesurfer.js";
import type { Channels } from "./lanes";
import { voiceIn } from "./voice";

const CHANNEL_HEIGHT = 44;
const MESSAGE_HEIGHT = 36;
const CLIENT_COLOURS = { waveColor: "#9cc4ef", progressColor: "#0b6bd3" };
const AGENT_COLOURS = { waveColor: "#a3d6b8", progressColor: "#1f8f4d" };

interface Playing {
  isPlaying: boolean;
  at: number;
  seconds: number;
  isFailed: boolean;
  channels: Channels;
}

const silent: Channels = { left: [], right: [] };
const closed: Playing = { isPlaying: false, at: 0, seconds: 0, isFailed: false, channels: silent };

export interface Waves {
  container: RefObject<HTMLDivElement | null>;
  state: Playing;
  toggle: () => void;
  seek: (seconds: number) => void;
  changeSpeed: (speed: number) => void;
}

/** A sound, drawn and played. */
export const useWaves = (audio: Blob, talkStartsAt: number, isMessage: boolean): Waves => {
  const container = useRef<HTMLDivElement>(null);
  const wave = useRef<WaveSurfer | null>(null);
  const [state, setState] = useState(closed);

  useEffect(() => {
    if (container.current === null) return;
    const opened = openWaves(container.current, isMessage);
    wave.current = opened;
    const show = (part: Partial<Playing>): void => setState((now) => ({ ...now, ...part }));
    opened.on("ready", (seconds) => {
      show({ seconds, channels: channelsOf(opened.getDecodedData()) });
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

  return {
    container,
    state,
    toggle: () => void wave.current?.playPause(),
    seek: (seconds) => wave.current?.setTime(Math.max(0, Math.min(seconds, state.seconds))),
    changeSpeed: (speed) => wave.current?.setPlaybackRate(speed, true),
  };
};

const channelsOf = (sound: AudioBuffer | null): Channels => {
  if (sound === null || sound.numberOfChannels < 2) return silent;
  const { sampleRate } = sound;
  return {
    left: voiceIn(sound.getChannelData(0), sampleRate),
    right: voiceIn(sound.getChannelData(1), sampleRate),
  };
};

const openWaves = (container: HTMLElement, isMessage: boolean): WaveSurfer =>
  WaveSurfer.create({
    container,
    height: isMessage ? MESSAGE_HEIGHT : CHANNEL_HEIGHT,
    cursorColor: "#1b2733",
    dragToSeek: true,
    normalize: true,
    ...(isMessage ? CLIENT_COLOURS : { splitChannels: [CLIENT_COLOURS, AGENT_COLOURS] }),
  });
