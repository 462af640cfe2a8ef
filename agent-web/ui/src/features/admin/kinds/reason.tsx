import { ColorPicker, Space, Tag } from "antd";
import type { ReasonRule } from "../../../contracts/rules";
import { languages } from "../../../i18n/i18n";
import { defineKind, type FormProps } from "../core/kind";
import { Field } from "../fields/Field";
import { FormSection } from "../fields/FormSection";
import { NumberField, OptionalNumberField, SwitchField, TextField } from "../fields/inputs";
import { t } from "./words";

export const reason = defineKind<ReasonRule>({
  kind: "reason",
  label: "admin.reasons",
  create: "admin.newReason",
  about: "admin.aboutReasons",
  keySource: "named",
  empty: (view) => ({
    id: "",
    names: { ru: "", uz: "", en: "" },
    limitMinutes: 15,
    colour: "#b46a00",
    choosable: true,
    position: Math.max(0, ...view.of("reason").map(({ position }) => position + 10)),
  }),
  suggestKey: ({ names }) => names.en || names.ru || names.uz,
  title: ({ id, names }, view) => names[view.language] || names.ru || id,
  subtitle: ({ limitMinutes, choosable }) =>
    [
      choosable ? "" : t("admin.byProgram"),
      limitMinutes === null ? "" : t("admin.upTo", { minutes: limitMinutes }),
    ]
      .filter((part) => part !== "")
      .join(" · "),
  mark: ({ colour }) => <span className="colour-dot" style={{ background: colour }} />,
  order: (left, right) => left.position - right.position,
  Form: ({ item, isNew, change }: FormProps<ReasonRule>) => (
    <>
      <FormSection title="admin.general">
        {languages.map((language, index) => (
          <TextField
            key={language}
            name={`names.${language}`}
            value={item.names[language]}
            autoFocus={isNew && index === 0}
            onChange={(name) => change({ names: { ...item.names, [language]: name } })}
          />
        ))}
        {isNew ? <TextField name="id" value={item.id} onChange={(id) => change({ id })} /> : null}
      </FormSection>
      <FormSection title="admin.reasonWork">
        <SwitchField
          name="choosable"
          value={item.choosable}
          onChange={(choosable) => change({ choosable })}
        />
        <OptionalNumberField
          name="limitMinutes"
          value={item.limitMinutes}
          min={1}
          max={1_440}
          unit="minutes"
          placeholder={t("admin.noLimit")}
          onChange={(limitMinutes) => change({ limitMinutes })}
        />
        <Colour item={item} isNew={isNew} change={change} />
        <NumberField
          name="position"
          value={item.position}
          min={0}
          max={1_000}
          onChange={(position) => change({ position })}
        />
      </FormSection>
    </>
  ),
});

const Colour = ({ item, change }: FormProps<ReasonRule>) => (
  <Field name="colour">
    {({ id, disabled }) => (
      <Space>
        <ColorPicker
          disabled={disabled}
          disabledAlpha
          format="hex"
          value={item.colour}
          onChangeComplete={(colour) => change({ colour: colour.toHexString().slice(0, 7) })}
        >
          <button type="button" id={id} className="colour-button" disabled={disabled}>
            <span className="colour-dot" style={{ background: item.colour }} /> {item.colour}
          </button>
        </ColorPicker>
        <Tag color={item.colour}>{item.names.ru || t("admin.unnamed")}</Tag>
      </Space>
    )}
  </Field>
);
