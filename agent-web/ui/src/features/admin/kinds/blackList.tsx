import { Button, Input, Segmented } from "antd";
import { useState } from "react";
import type { BlackListRule } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import { phoneForPeople } from "../../../shared/phone";
import { day } from "../../../shared/time";
import { defineKind, type FormProps } from "../core/kind";
import { Field } from "../fields/Field";
import { FormSection } from "../fields/FormSection";
import { ChoiceField, SwitchField, TextField } from "../fields/inputs";
import { PromptField } from "../fields/PromptField";
import { PasteBlackList } from "./PasteBlackList";
import { t } from "./words";

export const blackList = defineKind<BlackListRule>({
  kind: "black-list",
  label: "admin.blackList",
  create: "admin.newBlackList",
  about: "admin.aboutBlackList",
  keySource: "hidden",
  empty: () => ({
    id: "",
    number: "",
    prefix: false,
    reason: "",
    expiresAt: null,
    treatment: "reject",
    prompt: "",
  }),
  suggestKey: blackListKey,
  title: ({ number, prefix }) => `${phoneForPeople(number)}${prefix ? "…" : ""}`,
  subtitle: ({ reason, expiresAt }) =>
    [reason, expiresAt === null ? "" : t("admin.until", { day: day(expiresAt) })]
      .filter((part) => part !== "")
      .join(" · "),
  Tool: () => {
    const [isOpen, open] = useState(false);
    return (
      <>
        <Button size="small" data-testid="paste" onClick={() => open(true)}>
          {t("blackList.paste")}
        </Button>
        {isOpen ? <PasteBlackList onClose={() => open(false)} /> : null}
      </>
    );
  },
  Form: ({ item, isNew, change }: FormProps<BlackListRule>) => (
    <FormSection title="admin.general">
      <TextField
        name="number"
        value={item.number}
        placeholder="+998901234567"
        autoFocus={isNew}
        onChange={(number) => change({ number: number.replace(/[\s()-]/g, "") })}
      />
      <SwitchField name="prefix" value={item.prefix} onChange={(prefix) => change({ prefix })} />
      <TextField
        name="reason"
        value={item.reason}
        isLong
        onChange={(reason) => change({ reason })}
      />
      <Expiry item={item} isNew={isNew} change={change} />
      <ChoiceField
        name="treatment"
        value={item.treatment}
        options={(["reject", "busy", "prompt"] as const).map((value) => ({
          value,
          label: wordsFor("treatment", value),
        }))}
        onChange={(treatment) => change({ treatment })}
      />
      {item.treatment === "prompt" ? (
        <PromptField name="prompt" value={item.prompt} onChange={(prompt) => change({ prompt })} />
      ) : null}
    </FormSection>
  ),
});

export function blackListKey({ number, prefix }: Pick<BlackListRule, "number" | "prefix">): string {
  return `${number}${prefix ? "-prefix" : ""}`;
}

const terms = [7, 30, 365] as const;

const Expiry = ({ item, change }: FormProps<BlackListRule>) => (
  <Field name="expiresAt">
    {({ status: _, ...control }) => (
      <div className="row">
        <Input
          {...control}
          type="date"
          className="date-input"
          value={item.expiresAt === null ? "" : dayOf(item.expiresAt)}
          onChange={(event) => change({ expiresAt: endOf(event.target.value) })}
        />
        <Segmented
          size="small"
          disabled={control.disabled}
          value={item.expiresAt === null ? 0 : -1}
          options={[
            { value: 0, label: t("blackList.forever") },
            ...terms.map((days) => ({ value: days, label: t("blackList.days", { days }) })),
          ]}
          onChange={(days) =>
            change({ expiresAt: days === 0 ? null : endOf(dayOf(inDays(Number(days)))) })
          }
        />
      </div>
    )}
  </Field>
);

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

const dayOf = (instant: string): string => {
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

/** The last minute of a day here; null of an emptied field. */
const endOf = (day: string): string | null =>
  day === "" ? null : new Date(`${day}T23:59:00`).toISOString();
