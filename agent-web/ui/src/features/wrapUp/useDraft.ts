import { useState } from "react";
import { emptyDraft, keepDraft, readDraft, type WrapUpDraft } from "../../desk/wrapUpDraft";

/** What the agent types about one interaction, kept in the browser with every stroke. */
export const useDraft = (agentId: string, interactionId: string, caller: string) => {
  const [draft, setDraft] = useState<WrapUpDraft>(
    () => readDraft(agentId, interactionId) ?? emptyDraft(interactionId, caller),
  );
  const [isKept, setKept] = useState(true);

  const change = (part: Partial<WrapUpDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    setKept(keepDraft(agentId, next));
  };
  return { draft, change, isKept };
};
