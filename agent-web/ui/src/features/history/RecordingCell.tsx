import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { HistoryRow } from "../../contracts/rest";
import { Icon } from "../../kit/Icon";
import { clock } from "../../shared/time";
import { useSession } from "../frame/session";
import { mayOpen } from "./mayOpen";
import type { Player } from "./usePlayer";

/** Whether the recording can be played, and the button that does. */
export const RecordingCell = ({ row, player }: { row: HistoryRow; player: Player }) => {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const ready = row.recordings.filter((part) => part.state === "ready");
  if (row.recordings.length > 0 && !mayOpen(row, session)) {
    return (
      <span className="faint" data-testid="recording-state" data-state="notYours">
        {t("recording.notYours")}
      </span>
    );
  }
  if (ready.length > 0) {
    const seconds = ready.reduce((sum, part) => sum + (part.seconds ?? 0), 0);
    return (
      <Button
        size="small"
        icon={<Icon name="play" size={13} />}
        title={t("recording.play")}
        aria-label={t("recording.play")}
        data-testid="play"
        onClick={() => player.play(row)}
      >
        {clock(seconds)}
      </Button>
    );
  }
  const state = row.recordings.some((part) => part.state === "pending")
    ? "pending"
    : row.recordings.length > 0
      ? "failed"
      : "none";
  return (
    <span className="faint" data-testid="recording-state" data-state={state}>
      {t(`recording.${state}`)}
    </span>
  );
};
