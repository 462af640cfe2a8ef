import { useTranslation } from "react-i18next";
import type { DeskAction } from "../../actions/action";
import type { Language } from "../../contracts/shared";

/** The words of an action in the language of the page. */
export const useActionLabel = (): ((action: DeskAction) => string) => {
  const { t, i18n } = useTranslation();
  return (action) => {
    const values = Object.entries(action.labelValues).map(([name, value]) => [
      name,
      typeof value === "string" ? t(value as never) : value[i18n.language as Language],
    ]);
    return String(t(action.label as never, Object.fromEntries(values)));
  };
};
