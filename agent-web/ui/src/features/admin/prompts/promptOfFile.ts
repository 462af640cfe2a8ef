import type { Language } from "../../../contracts/shared";
import { slug } from "../../../shared/slug";

/** `Приветствие.uz.wav` is the prompt «Приветствие» in Uzbek; without a language it is in the one chosen. */
export const promptOfFile = (
  fileName: string,
  chosen: Language,
): { id: string; name: string; language: Language } => {
  const base = fileName.replace(/\.[a-z0-9]{2,4}$/i, "");
  const match = /^(.*)[._-](ru|uz|en)$/i.exec(base);
  const name = (match?.[1] ?? base).replace(/_/g, " ").trim();
  return { id: slug(name), name, language: (match?.[2]?.toLowerCase() as Language) ?? chosen };
};
