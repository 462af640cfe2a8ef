import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { followLevel } from "../../audio/level";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";

const QUIET_BELOW = 0.1;
const QUIET_FOR_MS = 4_000;

/** How loud the microphone hears the agent, live. */
export const LevelMeter = ({ onHeard }: { onHeard: () => void }) => {
  const { t } = useTranslation();
  const { microphone } = useDeskSession();
  const label = useDesk((state) =>
    state.microphone.kind === "works" ? state.microphone.label : "",
  );
  const [level, setLevel] = useState(0);
  const [isQuiet, setQuiet] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another microphone has another label
  useEffect(() => {
    if (microphone.stream === null) return;
    let heardAt = Date.now();
    return followLevel(microphone.stream, (now) => {
      if (now > QUIET_BELOW) {
        heardAt = Date.now();
        onHeard();
      }
      setLevel(now);
      setQuiet(Date.now() - heardAt > QUIET_FOR_MS);
    });
  }, [microphone, label, onHeard]);

  return (
    <div data-testid="microphone-level" data-level={level.toFixed(2)}>
      <div className="level">
        <div className="level-bar" style={{ transform: `scaleX(${level})` }} />
      </div>
      <div className={isQuiet ? "level-words is-quiet" : "level-words"}>
        {t(isQuiet ? "audio.tooQuiet" : "audio.level")}
      </div>
    </div>
  );
};
