import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useFloor } from "./floorStore";
import { type GroupBy, stateOrder } from "./model/view";
import { prefer, usePreferences } from "./preferences";

const groupings: readonly GroupBy[] = ["none", "group", "queue", "state"];

/** What is shown, and under which heads. */
export const FilterBar = () => {
  const { t } = useTranslation();
  const queues = useFloor((floor) => floor.queues);
  const groups = useFloor((floor) => floor.setUp.groups);
  const { filters, groupBy } = usePreferences();
  const many = {
    mode: "multiple" as const,
    size: "small" as const,
    allowClear: true,
    maxTagCount: 1,
  };
  return (
    <>
      <Input
        size="small"
        allowClear
        style={{ width: 130 }}
        placeholder={t("floor.search")}
        data-testid="filter-text"
        value={filters.text}
        onChange={(event) => prefer({ filters: { ...filters, text: event.target.value } })}
      />
      <Select
        {...many}
        style={{ minWidth: 130 }}
        placeholder={t("centre.state")}
        data-testid="filter-states"
        value={filters.states}
        options={stateOrder.map((state) => ({ value: state, label: t(`status.${state}`) }))}
        onChange={(states) => prefer({ filters: { ...filters, states } })}
      />
      <Select
        {...many}
        style={{ minWidth: 130 }}
        placeholder={t("centre.queues")}
        data-testid="filter-queues"
        value={filters.queues}
        options={[...queues.values()].map(({ id, setUp }) => ({ value: id, label: setUp.name }))}
        onChange={(chosen) => prefer({ filters: { ...filters, queues: chosen } })}
      />
      <Select
        {...many}
        style={{ minWidth: 120 }}
        placeholder={t("floor.groups")}
        data-testid="filter-groups"
        value={filters.groups}
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(chosen) => prefer({ filters: { ...filters, groups: chosen } })}
      />
      <Select<GroupBy>
        size="small"
        style={{ minWidth: 150 }}
        aria-label={t("floor.groupBy.none")}
        data-testid="group-by"
        value={groupBy}
        options={groupings.map((by) => ({ value: by, label: t(`floor.groupBy.${by}`) }))}
        onChange={(by) => prefer({ groupBy: by })}
      />
    </>
  );
};
