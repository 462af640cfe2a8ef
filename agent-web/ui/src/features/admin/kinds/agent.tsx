import { Link } from "react-router-dom";
import type { AgentRule } from "../../../contracts/rules";
import { useAdmin } from "../core/adminContext";
import { defineKind, type FormProps } from "../core/kind";
import type { RulesView } from "../core/rulesView";
import { FormSection } from "../fields/FormSection";
import { ManyField, NumberField, OptionalNumberField, SwitchField } from "../fields/inputs";
import { LevelsField } from "../fields/LevelsField";
import { t } from "./words";

const withoutRules = (id: string): AgentRule => ({
  id,
  skills: {},
  groups: [],
  queues: {},
  capacity: { voice: 1, chat: 3, voiceExcludesChat: true },
  autoAnswer: false,
  occupancyMaxPercent: null,
});

export const agent = defineKind<AgentRule>({
  kind: "agent",
  label: "admin.agents",
  create: null,
  about: "admin.aboutAgents",
  keySource: "given",
  removal: { question: "admin.clearAgentQuestion", button: "admin.clearAgent" },
  empty: () => withoutRules(""),
  unsaved: (view) =>
    view.people
      .filter(({ role, isActive }) => role === "agent" && isActive)
      .filter(({ employeeId }) => view.find("agent", employeeId) === null)
      .map(({ employeeId }) => withoutRules(employeeId)),
  title: ({ id }, view) => view.name("agent", id),
  subtitle: (item, view) =>
    view.person(item.id)?.isActive === false ? t("employees.hasLeft") : skillsWords(item, view),
  Form: ({ item, change }: FormProps<AgentRule>) => {
    const { view } = useAdmin();
    return (
      <>
        <p className="form-about">
          <Link to={`/admin/employees/${item.id}`}>{t("employees.toEmployee")} →</Link>
        </p>
        <FormSection title="admin.agentSkills" hint="admin.agentSkillsHint">
          <LevelsField
            name="skills"
            kind="skill"
            value={item.skills}
            max={10}
            initial={5}
            isSlider
            onChange={(skills) => change({ skills })}
          />
        </FormSection>
        <FormSection title="admin.agentPlace">
          <ManyField
            name="groups"
            value={item.groups}
            options={view.options("group")}
            placeholder={t("admin.noGroups")}
            onChange={(groups) => change({ groups })}
          />
        </FormSection>
        <FormSection title="admin.agentQueues" hint="admin.agentQueuesHint">
          <LevelsField
            name="queues"
            kind="queue"
            value={item.queues}
            max={9}
            initial={5}
            onChange={(queues) => change({ queues })}
          />
        </FormSection>
        <FormSection title="admin.agentWork">
          <SwitchField
            name="autoAnswer"
            value={item.autoAnswer}
            onChange={(autoAnswer) => change({ autoAnswer })}
          />
          <OptionalNumberField
            name="occupancyMaxPercent"
            value={item.occupancyMaxPercent}
            min={10}
            max={100}
            unit="percent"
            placeholder={t("admin.noLimit")}
            onChange={(occupancyMaxPercent) => change({ occupancyMaxPercent })}
          />
          <Capacity item={item} change={change} isNew={false} />
        </FormSection>
      </>
    );
  },
});

const Capacity = ({ item, change }: FormProps<AgentRule>) => {
  const { capacity } = item;
  const put = (part: Partial<AgentRule["capacity"]>): void =>
    change({ capacity: { ...capacity, ...part } });
  return (
    <>
      <NumberField
        name="voice"
        at="capacity.voice"
        value={capacity.voice}
        min={0}
        max={1}
        onChange={(voice) => put({ voice })}
      />
      <NumberField
        name="chat"
        at="capacity.chat"
        value={capacity.chat}
        min={0}
        max={20}
        onChange={(chat) => put({ chat })}
      />
      <SwitchField
        name="voiceExcludesChat"
        at="capacity.voiceExcludesChat"
        value={capacity.voiceExcludesChat}
        onChange={(voiceExcludesChat) => put({ voiceExcludesChat })}
      />
    </>
  );
};

const skillsWords = ({ skills }: AgentRule, view: RulesView): string => {
  const known = Object.entries(skills);
  return known.length === 0
    ? t("admin.noSkills")
    : known.map(([id, level]) => `${view.name("skill", id)} ${level}`).join(", ");
};
