import type { Dictation, MissingPrompt, Prompt, PromptLimits } from "../contracts/prompts";
import type { Language } from "../contracts/shared";
import { rest } from "./rest";

/** A long sound is converted and evened before the answer comes. */
const LONG = { withinMs: 120_000 };

const promptPath = (id: string): string => `/api/prompts/${encodeURIComponent(id)}`;
const soundPath = (id: string, language: Language): string => `${promptPath(id)}/${language}`;

export const promptsApi = {
  all: (signal?: AbortSignal) => rest.get<Prompt[]>("/api/prompts", signal),

  missing: (signal?: AbortSignal) => rest.get<MissingPrompt[]>("/api/prompts/missing", signal),

  limits: (signal?: AbortSignal) => rest.get<PromptLimits>("/api/prompts/limits", signal),

  /** A `name` is given to the prompt; null leaves what it has. */
  upload(
    id: string,
    language: Language,
    sound: Blob,
    source: "upload" | "recorded",
    name: string | null,
  ): Promise<Prompt> {
    const query = new URLSearchParams({ source, ...(name === null ? {} : { name }) });
    return rest.change<Prompt>("PUT", `${soundPath(id, language)}?${query}`, sound, LONG);
  },

  synthesise: (
    id: string,
    language: Language,
    wish: { text: string; voice: string; name: string | null },
  ) => rest.change<Prompt>("POST", `${soundPath(id, language)}/synthesise`, wish, LONG),

  /** Calls this number; whoever answers speaks after a tone. */
  dictate: (id: string, language: Language, number: string) =>
    rest.change<Dictation>("POST", `${soundPath(id, language)}/dictation`, { number }),

  dictation: (id: string, signal?: AbortSignal) =>
    rest.get<Dictation>(`/api/dictations/${id}`, signal),

  dictationAudio: (id: string): string => `/api/dictations/${id}/audio`,

  takeDictation: (id: string, name: string | null) =>
    rest.change<Prompt>("POST", `/api/dictations/${id}/take`, { name }, LONG),

  dropDictation: (id: string) => rest.change<void>("DELETE", `/api/dictations/${id}`),

  rename: (id: string, name: string) => rest.change<Prompt>("PUT", promptPath(id), { name }),

  audio: (id: string, language: Language) => rest.blob(`${soundPath(id, language)}/audio`),

  removeLanguage: (id: string, language: Language) =>
    rest.change<void>("DELETE", soundPath(id, language)),

  remove: (id: string) => rest.change<void>("DELETE", promptPath(id)),
};
