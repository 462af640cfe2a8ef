import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { promptsApi } from "../../../connection/promptsApi";
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
          options={known.map((prompt) => ({
            value: prompt.id,
            label: promptName(prompt),
            text: `${promptName(prompt)} ${prompt.id}`,
          }))}
          showSearch={{
            filterOption: (search, option) =>
              `${option?.text}`.toLowerCase().includes(search.toLowerCase()),
          }}
          onChange={(next?: string | null) => onChange(next ?? "")}
        />
      )}
    </Field>
  );
};
