import { Button, Segmented } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { HistoryRow } from "../../contracts/rest";
import { Icon } from "../../kit/Icon";
import { phoneForPeople } from "../../shared/phone";
import { moment } from "../../shared/time";
import type { Player } from "./usePlayer";
import "./history.css";

const StereoPlayer = lazy(async () => {
  const { StereoPlayer } = await import("./StereoPlayer");
  return { default: StereoPlayer };
});

/** The player under a list, while a recording is open. */
export const PlayerDock = ({ player }: { player: Player }) =>
  player.row === null ? null : (
    <OpenDock key={player.row.interactionId} row={player.row} onClose={player.close} />
  );

const OpenDock = ({ row, onClose }: { row: HistoryRow; onClose: () => void }) => {
  const { t } = useTranslation();
  const parts = row.recordings.filter((part) => part.state === "ready");
  const [at, setAt] = useState(0);
  const part = parts[at];
  if (part === undefined) return null;
  return (
    <section className="player-dock" data-testid="player" data-recording={part.recordingId}>
      <div className="row">
        <b className="clip">{row.client?.displayName ?? phoneForPeople(row.number.shown)}</b>
        <span className="faint grow">
          {moment(row.arrivedAt)} {row.agentName ?? ""}
        </span>
        {parts.length > 1 ? (
          <Segmented
            size="small"
            data-testid="player-parts"
            value={at}
            options={parts.map(({ part: number }, index) => ({
              value: index,
              label: t("recording.part", { part: number }),
            }))}
            onChange={setAt}
          />
        ) : null}
        <Button
          size="small"
          type="text"
          icon={<Icon name="close" size={13} />}
          aria-label={t("recording.close")}
          title={t("recording.close")}
          data-testid="player-close"
          onClick={onClose}
        />
      </div>
      <Suspense fallback={<div className="player-body faint">{t("recording.loading")}</div>}>
        <StereoPlayer key={part.recordingId} part={part} />
      </Suspense>
    </section>
  );
};
