import type { CallerIdRule } from "../../../contracts/rules";
import { phoneForPeople } from "../../../shared/phone";
import { useAdmin } from "../core/adminContext";
import { defineKind, type FormProps } from "../core/kind";
import type { RulesView } from "../core/rulesView";
import { FormSection } from "../fields/FormSection";
import { ManyField, NumberField, TextField } from "../fields/inputs";
import { NameFields } from "../fields/NameFields";
import { ProblemsAt } from "../fields/ProblemsAt";
import { t } from "./words";

const bare = (number: string): string => number.replace(/[\s()-]/g, "");

export const callerId = defineKind<CallerIdRule>({
  kind: "caller-id",
  label: "admin.callerIds",
  create: "admin.newCallerId",
  about: "admin.aboutCallerIds",
  keySource: "named",
  empty: () => ({
    id: "",
    name: "",
    callerId: "",
    prefixes: [],
    groups: [],
    queues: [],
    order: 100,
  }),
  title: (item) => item.name,
  subtitle: (item, view) =>
    [`${item.order}. ${phoneForPeople(item.callerId)}`, ...conditionWords(item, view)]
      .filter((part) => part !== "")
      .join(" · "),
  Form: (props: FormProps<CallerIdRule>) => {
    const { item, change } = props;
    const { view } = useAdmin();
    return (
      <>
        <FormSection title="admin.general">
          <NameFields {...props} />
          <TextField
            name="callerId"
            value={item.callerId}
            placeholder="+998712000000"
            onChange={(number) => change({ callerId: bare(number) })}
          />
          <NumberField
            name="order"
            value={item.order}
            min={1}
            max={1000}
            onChange={(order) => change({ order })}
          />
        </FormSection>
        <FormSection title="admin.conditions" hint="admin.callerIdConditionsHint">
          <ProblemsAt at="" />
          <ManyField
            name="prefixes"
            value={item.prefixes}
            options={[]}
            mayType
            placeholder="+99890"
            onChange={(prefixes) => change({ prefixes: prefixes.map(bare) })}
          />
          <ManyField
            name="groups"
            value={item.groups}
            options={view.options("group")}
            placeholder={t("admin.any")}
            onChange={(groups) => change({ groups })}
          />
          <ManyField
            name="queues"
            value={item.queues}
            options={view.options("queue")}
            placeholder={t("admin.any")}
            onChange={(queues) => change({ queues })}
          />
        </FormSection>
      </>
    );
  },
});

const conditionWords = ({ prefixes, groups, queues }: CallerIdRule, view: RulesView): string[] => [
  prefixes.map((prefix) => `${prefix}…`).join(", "),
  groups.map((group) => view.name("group", group)).join(", "),
  queues.map((queue) => view.name("queue", queue)).join(", "),
];
