import { useTranslation } from "react-i18next";
import type { DeskAction } from "../../actions/action";

/** The words of an action in the language of the page. */
export const useActionLabel = (): ((action: DeskAction) => string) => {
  const { t } = useTranslation();
  return (action) => {
    const values = Object.entries(action.labelValues).map(([name, key]) => [name, t(key as never)]);
    return String(t(action.label as never, Object.fromEntries(values)));
  };
};
