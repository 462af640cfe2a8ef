import type { NumberRule } from "../../../contracts/rules";
import { defineKind, type FormProps } from "../core/kind";
import { FormSection } from "../fields/FormSection";
import { TextField } from "../fields/inputs";
import { PromptField } from "../fields/PromptField";
import { TargetField } from "../fields/TargetField";
import { targetWords } from "../history/valueWords";
import { t } from "./words";

export const number = defineKind<NumberRule>({
  kind: "number",
  label: "admin.numbers",
  create: "admin.newNumber",
  about: "admin.aboutNumbers",
  keySource: "typed",
  empty: () => ({ id: "", name: "", target: null, greeting: "" }),
  title: ({ id, name }) => (name === "" ? id : `${id} · ${name}`),
  subtitle: ({ target }, view) =>
    target === null ? t("admin.noTarget") : `→ ${targetWords(target.kind, target.id, view)}`,
  Form: ({ item, isNew, change }: FormProps<NumberRule>) => (
    <FormSection title="admin.general">
      {isNew ? (
        <TextField
          name="number"
          at="id"
          value={item.id}
          placeholder="712000000"
          hint={t("hint.dialled")}
          autoFocus
          onChange={(id) => change({ id: id.replace(/[\s()-]/g, "") })}
        />
      ) : null}
      <TextField
        name="name"
        value={item.name}
        hint={t("hint.numberName")}
        onChange={(name) => change({ name })}
      />
      <TargetField
        name="target"
        value={item.target}
        kinds={["queue", "flow"]}
        onChange={(target) => change({ target })}
      />
      {item.target?.kind === "flow" ? null : (
        <PromptField
          name="greeting"
          value={item.greeting}
          onChange={(greeting) => change({ greeting })}
        />
      )}
    </FormSection>
  ),
});
