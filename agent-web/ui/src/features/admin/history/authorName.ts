import i18next from "i18next";
import type { RuleChange } from "../../../contracts/rules";
import type { RulesView } from "../core/rulesView";

const SYSTEM = "system";

/** Who made a change, as people know him. */
export const authorName = ({ author, authorName: given }: RuleChange, view: RulesView): string => {
  if (given) return given;
  return author === SYSTEM ? i18next.t("admin.system") : view.name("agent", author);
};
