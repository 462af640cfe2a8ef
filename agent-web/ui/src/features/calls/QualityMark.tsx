import { useTranslation } from "react-i18next";
import { gradeOf } from "../../connection/mos";
import { type TalkNow, useDesk } from "../../desk/deskStore";

const BARS = [1, 2, 3, 4];
const barsOf = { good: 4, fair: 3, poor: 2, bad: 1, unknown: 0 } as const;

/** How well the talk is heard just now: four bars and the score, the figures behind them on hover. */
export const QualityMark = () => {
  const { t } = useTranslation();
  const now = useDesk((state) => state.talkNow);
  if (now === null) return null;
  const grade = now.mos === null ? "unknown" : gradeOf(now.mos);
  const words =
    now.mos === null ? t("quality.unknown") : `${t(`quality.${grade}`)}: ${figures(now)}`;
  return (
    <span
      className={`quality-mark is-${grade}`}
      role="img"
      aria-label={words}
      title={words}
      data-testid="quality"
      data-grade={grade}
      data-mos={now.mos?.toFixed(2) ?? ""}
    >
      {BARS.map((bar) => (
        <i
          key={bar}
          className={bar <= barsOf[grade] ? "is-lit" : ""}
          style={{ height: bar * 3 + 2 }}
        />
      ))}
      {now.mos === null ? null : <span>{now.mos.toFixed(1)}</span>}
    </span>
  );

  function figures({ mos, loss, jitterMs, rttMs }: TalkNow): string {
    const known = (value: number | null): string => (value === null ? "?" : value.toFixed(0));
    return t("quality.title", {
      mos: mos?.toFixed(1),
      loss: loss === null ? "?" : (loss * 100).toFixed(1),
      jitter: known(jitterMs),
      rtt: known(rttMs),
    });
  }
};
