import { useTranslation } from "react-i18next";
import { wordsFor } from "../../i18n/i18n";
import { type Distribution, moodOf } from "./surveyModel";

/** How often each score of one scale was given. */
export const ScoreChart = ({ shown }: { shown: Distribution }) => {
  const { t } = useTranslation();
  const tallest = Math.max(...shown.bars.map(({ count }) => count));
  return (
    <figure className="score-chart" data-testid={`scores-${shown.kind}`} data-total={shown.total}>
      <figcaption>
        <b>{wordsFor("flowChoice.kind", shown.kind)}</b>{" "}
        <span className="soft">
          {shown.lowest}–{shown.highest} · {t("surveys.answers", { count: shown.total })}
        </span>
      </figcaption>
      <ol>
        {shown.bars.map(({ score, count, share }) => (
          <li
            key={score}
            data-score={score}
            data-count={count}
            title={`${score}: ${count} · ${Math.round(share * 100)}%`}
          >
            <span className="score-count">{count === 0 ? "" : count}</span>
            <i
              data-mood={moodOf(shown, score)}
              style={{ height: `${tallest === 0 ? 0 : (count / tallest) * 100}px` }}
            />
            <span className="score-name">{score}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
};
