import type { GroupRule } from "../../../contracts/rules";
import { defineKind } from "../core/kind";
import { NameFields } from "../fields/NameFields";
import { t } from "./words";

export const group = defineKind<GroupRule>({
  kind: "group",
  label: "admin.groups",
  create: "admin.newGroup",
  about: "admin.aboutGroups",
  keySource: "named",
  empty: () => ({ id: "", name: "" }),
  title: (item) => item.name,
  subtitle: ({ id }, view) =>
    t("admin.agentsIn", {
      total: view.of("agent").filter((agent) => agent.groups.includes(id)).length,
    }),
  Form: NameFields,
});
