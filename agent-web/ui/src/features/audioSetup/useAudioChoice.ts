import { useState } from "react";
import type { AudioChoice } from "../../audio/audioChoice";
import { useDeskSession } from "../../desk/deskContext";

/** The devices chosen on this computer; a change takes effect at once. */
export const useAudioChoice = () => {
  const session = useDeskSession();
  const [, redraw] = useState(0);
  const change = (part: Partial<AudioChoice>): Promise<void> => {
    const applied = session.chooseAudio(part);
    redraw((turn) => turn + 1);
    return applied;
  };
  return { choice: session.audioChoice, change };
};
