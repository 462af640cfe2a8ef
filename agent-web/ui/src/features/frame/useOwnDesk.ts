import { useEffect, useState } from "react";
import type { DeskSession } from "../../desk/deskSession";
import { createDesk } from "./createDesk";
import { useAskSession } from "./session";

/**
 * Opens a desk, keeps it while the page is shown, closes it with the page. A new one is opened when asked for. Who
 * lives by his telephone is asked about his sound at the first time; others ask for that themselves.
 */
export const useOwnDesk = (
  asksAboutSound: boolean,
): { desk: DeskSession | null; reopen: () => void } => {
  const askSession = useAskSession();
  const [desk, setDesk] = useState<DeskSession | null>(null);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new desk is opened when asked for, by `turn`
  useEffect(() => {
    const opened = createDesk(askSession);
    opened.start();
    if (!asksAboutSound) opened.commands.openAudioSetup(false);
    setDesk(opened);
    return () => void opened.stop();
  }, [turn]);

  return { desk, reopen: () => setTurn(turn + 1) };
};
