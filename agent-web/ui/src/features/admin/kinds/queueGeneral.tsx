import type { QueueRule } from "../../../contracts/rules";
import { useAdmin } from "../core/adminContext";
import type { FormProps } from "../core/kind";
import { FormSection } from "../fields/FormSection";
import { ChoiceField, NumberField } from "../fields/inputs";
import { NameFields } from "../fields/NameFields";
import { languageOptions, musicOptions } from "./options";
import { t } from "./words";

export const QueueGeneral = (props: FormProps<QueueRule>) => {
  const { item, change } = props;
  const { view } = useAdmin();
  return (
    <FormSection title="admin.general">
      <NameFields {...props} />
      <ChoiceField
        name="language"
        value={item.language}
        options={languageOptions()}
        onChange={(language) => change({ language })}
      />
      <ChoiceField
        name="music"
        value={item.music}
        options={musicOptions(view)}
        onChange={(music) => change({ music })}
      />
      <ChoiceField
        name="calendar"
        value={item.calendar}
        options={view.options("calendar")}
        placeholder={t("admin.always")}
        isOptional
        onChange={(calendar) => change({ calendar })}
      />
      <NumberField
        name="answerWithinSeconds"
        value={item.answerWithinSeconds}
        min={1}
        max={3_600}
        unit="seconds"
        onChange={(answerWithinSeconds) => change({ answerWithinSeconds })}
      />
      <NumberField
        name="ringSeconds"
        value={item.ringSeconds}
        min={3}
        max={300}
        unit="seconds"
        onChange={(ringSeconds) => change({ ringSeconds })}
      />
      <NumberField
        name="wrapUpSeconds"
        value={item.wrapUpSeconds}
        min={0}
        max={3_600}
        unit="seconds"
        onChange={(wrapUpSeconds) => change({ wrapUpSeconds })}
      />
      <NumberField
        name="wrapUpExtensionSeconds"
        value={item.wrapUpExtensionSeconds}
        min={0}
        max={3_600}
        unit="seconds"
        onChange={(wrapUpExtensionSeconds) => change({ wrapUpExtensionSeconds })}
      />
    </FormSection>
  );
};
