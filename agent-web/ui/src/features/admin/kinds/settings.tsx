import type { SettingsRule } from "../../../contracts/rules";
import { defineKind, type FormProps } from "../core/kind";
import { FormSection } from "../fields/FormSection";
import { ChoiceField, NumberField, SwitchField, TextField } from "../fields/inputs";
import { languageOptions } from "./options";
import { t } from "./words";

export const settings = defineKind<SettingsRule>({
  kind: "settings",
  label: "admin.settings",
  create: null,
  about: "admin.aboutSettings",
  keySource: "given",
  single: "centre",
  empty: () => ({
    id: "centre",
    language: "ru",
    noAnswersMax: 1,
    inactivityMinutes: 0,
    agentsSeeListeners: true,
    screenPopUrl: "",
    screenPopAutomatic: false,
    callerId: "",
    callsAbroad: false,
    outboundWrapUpSeconds: 30,
  }),
  title: () => t("admin.settings"),
  Form: ({ item, change }: FormProps<SettingsRule>) => (
    <>
      <FormSection title="admin.settingsPrompts">
        <ChoiceField
          name="language"
          value={item.language}
          options={languageOptions()}
          hint={t("hint.centreLanguage")}
          onChange={(language) => change({ language })}
        />
      </FormSection>
      <FormSection title="admin.settingsAgents">
        <NumberField
          name="noAnswersMax"
          value={item.noAnswersMax}
          min={1}
          max={20}
          onChange={(noAnswersMax) => change({ noAnswersMax })}
        />
        <NumberField
          name="inactivityMinutes"
          value={item.inactivityMinutes}
          min={0}
          max={1_440}
          unit="minutes"
          onChange={(inactivityMinutes) => change({ inactivityMinutes })}
        />
        <SwitchField
          name="agentsSeeListeners"
          value={item.agentsSeeListeners}
          onChange={(agentsSeeListeners) => change({ agentsSeeListeners })}
        />
      </FormSection>
      <FormSection title="admin.settingsScreenPop">
        <TextField
          name="screenPopUrl"
          value={item.screenPopUrl}
          isLong
          onChange={(screenPopUrl) => change({ screenPopUrl })}
        />
        <SwitchField
          name="screenPopAutomatic"
          value={item.screenPopAutomatic}
          onChange={(screenPopAutomatic) => change({ screenPopAutomatic })}
        />
      </FormSection>
      <FormSection title="admin.settingsOutbound">
        <TextField
          name="callerId"
          value={item.callerId}
          placeholder={t("admin.anyOfOurNumbers")}
          onChange={(callerId) => change({ callerId })}
        />
        <SwitchField
          name="callsAbroad"
          value={item.callsAbroad}
          onChange={(callsAbroad) => change({ callsAbroad })}
        />
        <NumberField
          name="outboundWrapUpSeconds"
          value={item.outboundWrapUpSeconds}
          min={0}
          max={3_600}
          unit="seconds"
          onChange={(outboundWrapUpSeconds) => change({ outboundWrapUpSeconds })}
        />
      </FormSection>
    </>
  ),
});
