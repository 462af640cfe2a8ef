import type { SkillRule } from "../../../contracts/rules";
import { defineKind } from "../core/kind";
import type { RulesView } from "../core/rulesView";
import { NameFields } from "../fields/NameFields";
import { t } from "./words";

export const skill = defineKind<SkillRule>({
  kind: "skill",
  label: "admin.skills",
  create: "admin.newSkill",
  about: "admin.aboutSkills",
  keySource: "named",
  empty: () => ({ id: "", name: "" }),
  title: (item) => item.name,
  subtitle: (item, view) => t("admin.agentsHave", { total: holders(item, view) }),
  Form: NameFields,
});

const holders = ({ id }: SkillRule, view: RulesView): number =>
  view.of("agent").filter((agent) => id in agent.skills).length;
