import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { type WorkFilter, workFilters } from "./model/work";

interface Props {
  value: WorkFilter;
  counts: Record<WorkFilter, number>;
  onChange: (filter: WorkFilter) => void;
}

/** Which part of the work is shown, and how much stands in each. */
export const WorkFilters = ({ value, counts, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <Segmented<WorkFilter>
      size="small"
      value={value}
      data-testid="work-filter"
      options={workFilters.map((filter) => ({
        value: filter,
        label: (
          <span data-testid={`work-filter-${filter}`}>
            {t(`work.filter.${filter}`)} · {counts[filter]}
          </span>
        ),
      }))}
      onChange={onChange}
    />
  );
};
