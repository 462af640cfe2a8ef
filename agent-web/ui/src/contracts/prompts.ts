import type { Instant, Language } from "./shared";

export type PromptSource = "upload" | "recorded" | "synthesised";

export interface PromptSound {
  seconds: number;
  source: PromptSource;
  /** LUFS; null for what the program came with. */
  loudness: number | null;
  /** What a synthesised one says. */
  text: string | null;
  author: { id: string; name: string } | null;
  at: Instant | null;
}

/** Something that plays a prompt. */
export interface PromptUse {
  kind: string;
  id: string;
  name: string;
}

export interface Prompt {
  id: string;
  name: string;
  /** The program came with it in some language: that can be covered, not removed. */
  builtIn: boolean;
  languages: Partial<Record<Language, PromptSound>>;
  usedBy: PromptUse[];
  unused: boolean;
}

/** A prompt that is played to somebody and that is not there in his language. */
export interface MissingPrompt {
  id: string;
  language: Language;
  usedBy: PromptUse[];
}

export interface PromptLimits {
  bytesMax: number;
  secondsMax: number;
  textMax: number;
  voices: string[];
}

/** A prompt spoken by telephone; a draft until it is taken. */
export interface Dictation {
  id: string;
  stage: "calling" | "ringing" | "speaking" | "converting" | "done" | "failed";
  failure:
    | "busy"
    | "noAnswer"
    | "refused"
    | "unreachable"
    | "nothingSaid"
    | "linkLost"
    | "notConverted"
    | null;
  speaksSince: string | null;
  seconds: number | null;
  secondsMax: number;
}
