import { useTranslation } from "react-i18next";
import { type CheckState, checksOf, wordsOf } from "./checks";
import { usePlace } from "./usePlace";

const marks: Record<CheckState, string> = { good: "✓", waiting: "…", poor: "!", bad: "✗" };

/** Whether calls can begin: a line for each thing that is needed, and what to do where it is missing. */
export const Preflight = ({ isHeard }: { isHeard: boolean }) => {
  const { t } = useTranslation();
  const place = usePlace(isHeard);
  return (
    <section aria-label={t("preflight.title")}>
      <span className="panel-title">{t("preflight.title")}</span>
      <ul className="preflight" data-testid="preflight">
        {checksOf(place).map((check) => (
          <li
            key={check.id}
            className={`is-${check.state}`}
            data-testid={`check-${check.id}`}
            data-state={check.state}
          >
            <b aria-hidden>{marks[check.state]}</b> {t(wordsOf(check), check.values)}
          </li>
        ))}
      </ul>
    </section>
  );
};
