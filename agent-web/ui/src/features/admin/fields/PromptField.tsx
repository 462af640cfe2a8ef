import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { promptsApi } from "../../../connection/promptsApi";
import type { Prompt } from "../../../contracts/prompts";
import { promptName } from "../../../i18n/promptName";
import { Field, type FieldProps } from "./Field";

interface Props extends FieldProps {
  value: string;
  onChange(value: string): void;
}

export const promptsQuery = {
  queryKey: ["prompts"],
  queryFn: ({ signal }: { signal: AbortSignal }) => promptsApi.all(signal),
};

/** A prompt by its name, found by typing; empty for none. */
export const PromptField = ({ value, onChange, ...field }: Props) => {
  const { t } = useTranslation();
  const { data } = useQuery({ ...promptsQuery, retry: false });
  const known = data ?? [];
  const isMissing =
    value !== "" && data !== undefined && !known.some((prompt) => prompt.id === value);
  return (
    <Field {...field} ownProblem={isMissing ? t("prompts.isMissing", { name: value }) : null}>
      {(control) => (
        <Select
          {...control}
          value={value === "" ? null : value}
          allowClear
          placeholder={t("prompts.none")}
          options={optionsOf(known)}
          showSearch={{ filterOption: found }}
          onChange={(next?: string | null) => onChange(next ?? "")}
        />
      )}
    </Field>
  );
};

interface ManyProps extends FieldProps {
  value: readonly string[];
  onChange(value: string[]): void;
}

/** Several prompts, in the order in which they are chosen. */
export const PromptsField = ({ value, onChange, ...field }: ManyProps) => {
  const { t } = useTranslation();
  const { data } = useQuery({ ...promptsQuery, retry: false });
  const known = data ?? [];
  const missing = value.filter((id) => !known.some((prompt) => prompt.id === id));
  return (
    <Field
      {...field}
      ownProblem={
        data !== undefined && missing.length > 0
          ? t("prompts.isMissing", { name: missing.join(", ") })
          : null
      }
    >
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          value={[...value]}
          placeholder={t("prompts.none")}
          options={optionsOf(known)}
          showSearch={{ filterOption: found }}
          onChange={onChange}
        />
      )}
    </Field>
  );
};

const optionsOf = (prompts: readonly Prompt[]) =>
  prompts.map((prompt) => ({
    value: prompt.id,
    label: promptName(prompt),
    text: `${promptName(prompt)} ${prompt.id}`,
  }));

const found = (search: string, option?: { text: string }): boolean =>
  `${option?.text}`.toLowerCase().includes(search.toLowerCase());
