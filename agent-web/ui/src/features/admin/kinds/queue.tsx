import type { QueueRule } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import { defineKind, type FormProps } from "../core/kind";
import type { RulesView } from "../core/rulesView";
import { explain } from "../requirement/explain";
import { parseRequirement } from "../requirement/expression";
import { QueueAgents } from "./queueAgents";
import { QueueComfort } from "./queueComfort";
import { QueueGeneral } from "./queueGeneral";
import { QueueOverflow } from "./queueOverflow";
import { emptyQueue, queuePatterns } from "./queuePatterns";

export const queue = defineKind<QueueRule>({
  kind: "queue",
  label: "admin.queues",
  create: "admin.newQueue",
  about: "admin.aboutQueues",
  keySource: "named",
  empty: emptyQueue,
  patterns: queuePatterns,
  title: (item) => item.name,
  subtitle: (item, view) => `${wordsFor("strategy", item.strategy)} · ${needs(item, view)}`,
  Form: (props: FormProps<QueueRule>) => (
    <>
      <QueueGeneral {...props} />
      <QueueAgents {...props} />
      <QueueComfort {...props} />
      <QueueOverflow {...props} />
    </>
  ),
});

const needs = ({ requirement }: QueueRule, view: RulesView): string => {
  const parsed = parseRequirement(requirement);
  return parsed.kind === "broken"
    ? requirement
    : explain(parsed.expression, (skill) => view.name("skill", skill));
};
