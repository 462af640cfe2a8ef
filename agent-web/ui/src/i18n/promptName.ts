import type { Prompt } from "../contracts/prompts";
import { wordsIf } from "./i18n";

/** What people call a prompt: its name, our own words for what the program came with, or its key. */
export const promptName = ({ id, name }: Pick<Prompt, "id" | "name">): string =>
  name !== "" && name !== id ? name : (wordsIf("builtInPrompt", id) ?? id);
