import { keep, readKept } from "../shared/storage";

/** Devices and volumes chosen on this computer. An empty id is the system's choice. */
export interface AudioChoice {
  microphoneId: string;
  speakerId: string;
  ringerId: string;
  /** 0 to 1. */
  speakerVolume: number;
  /** 0 to 1. */
  ringerVolume: number;
  /** The agent has seen the set-up and said that it is fine. */
  isConfirmed: boolean;
}

const KEY = "crmums.audio";
const DEFAULT: AudioChoice = {
  microphoneId: "",
  speakerId: "",
  ringerId: "",
  speakerVolume: 1,
  ringerVolume: 0.6,
  isConfirmed: false,
};

export const readAudioChoice = (): AudioChoice => ({
  ...DEFAULT,
  ...readKept<Partial<AudioChoice>>(KEY),
});

export const keepAudioChoice = (choice: AudioChoice): boolean => keep(KEY, choice);
