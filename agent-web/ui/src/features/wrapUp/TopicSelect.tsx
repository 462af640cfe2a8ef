import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Topic } from "../../contracts/rest";
import type { Language } from "../../contracts/shared";
import { topicGroups } from "./topicGroups";

interface Props {
  topics: Topic[];
  value: string | null;
  onChange: (topic: string | null) => void;
}

/** A topic, found by typing part of its name or of a name above it; Enter takes the first match. */
export const TopicSelect = ({ topics, value, onChange }: Props) => {
  const { t, i18n } = useTranslation();
  const options = topicGroups(topics, i18n.language as Language).map((group) => ({
    label: group.name,
    key: group.id,
    options: group.leaves.map((leaf) => ({
      value: leaf.id,
      label: <span data-testid={`topic-${leaf.id}`}>{leaf.name}</span>,
      path: leaf.path.toLowerCase(),
    })),
  }));
  return (
    <Select
      data-testid="wrap-up-topic"
      aria-label={t("wrapUp.topic")}
      placeholder={t("wrapUp.topicSearch")}
      value={value}
      options={options}
      showSearch={{
        filterOption: (search, option) =>
          option !== undefined &&
          "path" in option &&
          String(option.path).includes(search.trim().toLowerCase()),
      }}
      allowClear
      onChange={(topic: string | null | undefined) => onChange(topic ?? null)}
    />
  );
};
