import { useQuery } from "@tanstack/react-query";
import { Slider } from "antd";
import { api } from "../../../connection/api";
import type { PriorityRule } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import { topicGroups } from "../../wrapUp/topicGroups";
import { useAdmin } from "../core/adminContext";
import { defineKind, type FormProps } from "../core/kind";
import type { RulesView } from "../core/rulesView";
import { FormSection } from "../fields/FormSection";
import { ChoiceField, ManyField, MaybeField, NumberField } from "../fields/inputs";
import { NameFields } from "../fields/NameFields";
import { ProblemsAt } from "../fields/ProblemsAt";
import { t } from "./words";

export const priority = defineKind<PriorityRule>({
  kind: "priority",
  label: "admin.priorities",
  create: "admin.newPriority",
  about: "admin.aboutPriorities",
  keySource: "named",
  empty: () => ({
    id: "",
    name: "",
    numbers: [],
    vip: null,
    clientKind: null,
    debt: null,
    topics: [],
    calendar: null,
    points: 10,
  }),
  title: (item) => item.name,
  subtitle: (item, view) =>
    [signed(item.points), conditionWords(item, view)].filter((part) => part !== "").join(" · "),
  Form: (props: FormProps<PriorityRule>) => {
    const { item, change } = props;
    const { view, isReadOnly } = useAdmin();
    return (
      <>
        <FormSection title="admin.general">
          <NameFields {...props} />
          <NumberField
            name="points"
            value={item.points}
            min={-100}
            max={100}
            unit="points"
            onChange={(points) => change({ points })}
          />
          <Slider
            className="points-slider"
            min={-100}
            max={100}
            disabled={isReadOnly}
            value={item.points}
            marks={{ [-100]: t("admin.later"), 0: "0", 100: t("admin.sooner") }}
            ariaLabelForHandle={t("field.points")}
            onChange={(points) => change({ points })}
          />
        </FormSection>
        <FormSection title="admin.conditions" hint="admin.conditionsHint">
          <ProblemsAt at="" />
          <ManyField
            name="numbers"
            value={item.numbers}
            options={view.of("number").map(({ id, name }) => ({
              value: id,
              label: name === "" ? id : `${id} · ${name}`,
            }))}
            placeholder={t("admin.any")}
            onChange={(numbers) => change({ numbers })}
          />
          <MaybeField name="vip" value={item.vip} onChange={(vip) => change({ vip })} />
          <ChoiceField
            name="clientKind"
            value={item.clientKind ?? ""}
            options={(["individual", "organization"] as const).map((value) => ({
              value,
              label: wordsFor("clientKind", value),
            }))}
            placeholder={t("admin.any")}
            isOptional
            onChange={(kind) =>
              change({ clientKind: (kind || null) as PriorityRule["clientKind"] })
            }
          />
          <MaybeField name="debt" value={item.debt} onChange={(debt) => change({ debt })} />
          <Topics {...props} />
          <ChoiceField
            name="calendar"
            value={item.calendar}
            options={view.options("calendar")}
            placeholder={t("admin.always")}
            isOptional
            onChange={(calendar) => change({ calendar })}
          />
        </FormSection>
      </>
    );
  },
});

/** Topics by name where the server tells them; otherwise their keys may be typed. */
const Topics = ({ item, change }: FormProps<PriorityRule>) => {
  const { view } = useAdmin();
  const { data } = useQuery({ queryKey: ["desk-options"], queryFn: api.deskOptions, retry: false });
  const options = topicGroups(data?.topics ?? [], view.language).flatMap(({ leaves }) =>
    leaves.map((leaf) => ({ value: leaf.id, label: leaf.path })),
  );
  return (
    <ManyField
      name="topics"
      value={item.topics}
      options={options}
      mayType={options.length === 0}
      placeholder={t("admin.any")}
      onChange={(topics) => change({ topics })}
    />
  );
};

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

const conditionWords = (item: PriorityRule, view: RulesView): string =>
  [
    item.numbers.join(", "),
    item.vip === null ? "" : t(item.vip ? "admin.vipOnly" : "admin.notVip"),
    item.clientKind === null ? "" : wordsFor("clientKind", item.clientKind),
    item.debt === null ? "" : t(item.debt ? "admin.withDebt" : "admin.withoutDebt"),
    item.topics.length === 0 ? "" : t("admin.topicCount", { total: item.topics.length }),
    item.calendar === null ? "" : view.name("calendar", item.calendar),
  ]
    .filter((part) => part !== "")
    .join(", ");
