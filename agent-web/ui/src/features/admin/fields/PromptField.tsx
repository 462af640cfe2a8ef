import { useQuery } from "@tanstack/react-query";
import { AutoComplete } from "antd";
import { useTranslation } from "react-i18next";
import { promptsApi } from "../../../connection/promptsApi";
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
        <AutoComplete
          {...control}
          value={value}
          allowClear
          placeholder={t("prompts.none")}
          options={known.map((prompt) => ({
            value: prompt.id,
            label: prompt.name === "" ? prompt.id : `${prompt.name} (${prompt.id})`,
          }))}
          showSearch={{
            filterOption: (search, option) =>
              `${option?.label}`.toLowerCase().includes(search.toLowerCase()),
          }}
          onChange={(next?: string) => onChange(next ?? "")}
        />
      )}
    </Field>
  );
};
