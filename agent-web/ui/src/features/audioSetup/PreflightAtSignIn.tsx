import { useEffect, useState } from "react";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { checksOf } from "./checks";
import { usePlace, useWait } from "./usePlace";

/** Links and telephones take some seconds to come up; what is bad for longer does not mend itself. */
const BAD_FOR_MS = 8_000;

/**
 * The same check at every sign-in, unseen. It opens the set-up, which says what to do, only when something stays bad,
 * never over a call, and once: what fails later is told elsewhere.
 */
export const PreflightAtSignIn = () => {
  const [isOver, setOver] = useState(false);
  return isOver ? null : <Watch onOver={() => setOver(true)} />;
};

const Watch = ({ onOver }: { onOver: () => void }) => {
  const { commands } = useDeskSession();
  const isOpen = useDesk((state) => state.isAudioSetupOpen);
  const isFree = useDesk((state) => state.desk.call === null);
  // Nobody speaks yet: that the microphone is open is all that can be asked.
  const checks = checksOf(usePlace(true));
  const badForMs = useWait(checks.some(({ state }) => state === "bad"));
  const isFine = checks.every(({ state }) => state === "good" || state === "poor");
  const isDue = badForMs > BAD_FOR_MS && isFree;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what it ends with is the same whichever is called
  useEffect(() => {
    if (!isDue && !isFine && !isOpen) return;
    if (isDue) commands.openAudioSetup(true);
    onOver();
  }, [isDue, isFine, isOpen]);
  return null;
};
