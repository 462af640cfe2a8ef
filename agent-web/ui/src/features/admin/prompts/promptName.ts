import type { Prompt } from "../../../contracts/prompts";
import { wordsIf } from "../../../i18n/i18n";

/** What people call a prompt; what the program came with is named in their language until they name it. */
export const promptName = ({ id, name }: Pick<Prompt, "id" | "name">): string =>
  name === "" || name === id ? (wordsIf("builtInPrompt", id) ?? id) : name;
