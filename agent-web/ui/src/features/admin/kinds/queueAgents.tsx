import type { QueueRule } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import { useAdmin } from "../core/adminContext";
import type { FormProps } from "../core/kind";
import { FormSection } from "../fields/FormSection";
import {
  ChoiceField,
  ManyField,
  NumberField,
  OptionalNumberField,
  SwitchField,
} from "../fields/inputs";
import { ListField } from "../fields/ListField";
import { OptionalPart } from "../fields/OptionalPart";
import { WeightsField } from "../fields/WeightsField";
import { RequirementField } from "../requirement/RequirementField";
import { strategyOptions, strategyWeights } from "./options";
import { t } from "./words";

const STEP_SECONDS = 30;
const DAY_SECONDS = 86_400;

/** Who serves the queue, and who of them first. */
export const QueueAgents = ({ item, change }: FormProps<QueueRule>) => {
  const { view } = useAdmin();
  const last = item.relaxation.at(-1);
  return (
    <>
      <FormSection title="admin.queueAgents">
        <RequirementField
          name="requirement"
          value={item.requirement}
          groups={item.groups}
          onChange={(requirement) => change({ requirement })}
        />
        <ManyField
          name="groups"
          value={item.groups}
          options={view.options("group")}
          placeholder={t("admin.anyGroup")}
          onChange={(groups) => change({ groups })}
        />
      </FormSection>
      <FormSection title="admin.relaxation" hint="admin.relaxationHint">
        <ListField
          at="relaxation"
          value={item.relaxation}
          add="admin.addStep"
          none="admin.noSteps"
          initial={{
            afterSeconds: (last?.afterSeconds ?? 0) + STEP_SECONDS,
            requirement: last?.requirement ?? item.requirement,
          }}
          onChange={(relaxation) => change({ relaxation })}
        >
          {(step, put, at) => (
            <>
              <NumberField
                name="afterSeconds"
                at={`${at}.afterSeconds`}
                value={step.afterSeconds}
                min={1}
                max={DAY_SECONDS}
                unit="seconds"
                onChange={(afterSeconds) => put({ afterSeconds })}
              />
              <RequirementField
                name="requirement"
                at={`${at}.requirement`}
                value={step.requirement}
                groups={item.groups}
                onChange={(requirement) => put({ requirement })}
              />
            </>
          )}
        </ListField>
      </FormSection>
      <FormSection title="admin.choice" hint="admin.choiceHint">
        <ChoiceField
          name="strategy"
          value={item.strategy}
          options={strategyOptions()}
          hint={wordsFor("strategyHint", item.strategy)}
          onChange={(strategy) => change({ strategy, weights: initialWeights(strategy) })}
        />
        <WeightsField
          value={item.weights}
          terms={strategyWeights[item.strategy] ?? []}
          onChange={(weights) => change({ weights })}
        />
        <OptionalPart
          name="lastAgent"
          value={item.lastAgent}
          initial={{ withinMinutes: 1_440, waitSeconds: 30 }}
          onChange={(lastAgent) => change({ lastAgent })}
        >
          {(part, put) => (
            <>
              <NumberField
                name="withinMinutes"
                at="lastAgent.withinMinutes"
                value={part.withinMinutes}
                min={1}
                max={129_600}
                unit="minutes"
                onChange={(withinMinutes) => put({ withinMinutes })}
              />
              <NumberField
                name="waitSeconds"
                at="lastAgent.waitSeconds"
                value={part.waitSeconds}
                min={1}
                max={600}
                unit="seconds"
                onChange={(waitSeconds) => put({ waitSeconds })}
              />
            </>
          )}
        </OptionalPart>
        <OptionalNumberField
          name="personalManagerWaitSeconds"
          value={item.personalManagerWaitSeconds}
          min={1}
          max={600}
          unit="seconds"
          placeholder={t("admin.notAtAll")}
          onChange={(personalManagerWaitSeconds) => change({ personalManagerWaitSeconds })}
        />
        <SwitchField
          name="agentsMayPick"
          value={item.agentsMayPick}
          onChange={(agentsMayPick) => change({ agentsMayPick })}
        />
        <NumberField
          name="secondsPerPriorityPoint"
          value={item.secondsPerPriorityPoint}
          min={0}
          max={600}
          unit="seconds"
          onChange={(secondsPerPriorityPoint) => change({ secondsPerPriorityPoint })}
        />
      </FormSection>
    </>
  );
};

const initialWeights = (strategy: string): Record<string, number> =>
  Object.fromEntries((strategyWeights[strategy] ?? []).map(({ name, initial }) => [name, initial]));
