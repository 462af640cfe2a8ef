import { useTranslation } from "react-i18next";
import { useNow } from "../../kit/useNow";
import { clock } from "../../shared/time";
import { useFloor } from "./floorStore";
import { isStale } from "./model/floor";

/** Whether what is shown is the past: within three seconds of a cut link. */
export const useIsStale = (): boolean => {
  const now = useNow();
  return useFloor((floor) => isStale(floor, now));
};

export const StaleMark = () => {
  const { t } = useTranslation();
  const now = useNow();
  const heardAt = useFloor((floor) => floor.heardAt);
  return useIsStale() ? (
    <b className="floor-stale" data-testid="status-stale">
      {t("centre.stale", { time: clock((now - heardAt) / 1_000) })}
    </b>
  ) : null;
};
