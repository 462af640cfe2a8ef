import type { GroupRule } from "../../../contracts/rules";
import { defineKind, type FormProps } from "../core/kind";
import { TextField } from "../fields/inputs";
import { NameFields } from "../fields/NameFields";
import { t } from "./words";

export const group = defineKind<GroupRule>({
  kind: "group",
  label: "admin.groups",
  create: "admin.newGroup",
  about: "admin.aboutGroups",
  keySource: "named",
  empty: () => ({ id: "", name: "", callerId: "" }),
  title: (item) => item.name,
  subtitle: ({ id }, view) =>
    t("admin.agentsIn", {
      total: view.of("agent").filter((agent) => agent.groups.includes(id)).length,
    }),
  Form: (props: FormProps<GroupRule>) => (
    <>
      <NameFields {...props} />
      <TextField
        name="callerId"
        value={props.item.callerId}
        placeholder={t("admin.asTheCentre")}
        onChange={(callerId) => props.change({ callerId })}
      />
    </>
  ),
});
