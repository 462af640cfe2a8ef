import i18next from "i18next";
import type { RuleChange } from "../../../contracts/rules";
import type { RulesView } from "../core/rulesView";

const SYSTEM = "system";

/** Who made a change, as people know him. */
export const authorName = ({ author, authorName: given }: RuleChange, view: RulesView): string => {
  if (author === SYSTEM) return i18next.t("admin.system");
  return given ? given : view.name("agent", author);
};
