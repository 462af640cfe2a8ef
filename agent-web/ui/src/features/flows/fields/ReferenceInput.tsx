import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useSurroundings } from "../editor/editorContext";
import type { ReferenceKind } from "../model/references";
import type { InputProps } from "./SettingField";

interface Props extends InputProps {
  kind: ReferenceKind;
  isSeveral: boolean;
}

/**
 * A queue, a flow, a calendar or a prompt, by its name. Several prompts are played in this order; one that is still to
 * be recorded, or that a variable chooses, is typed.
 */
export const ReferenceInput = (props: Props) => {
  const { testId, name, setting, value, isFaulty, onChange, kind, isSeveral } = props;
  const { t } = useTranslation();
  const { references } = useSurroundings();
  const known = references[kind] ?? [];
  const offered = known.filter((each) => each.isHidden !== true);
  const chosen = [value].flat().filter((id): id is string => typeof id === "string" && id !== "");
  const isThere = (id: string) => id.includes("${") || known.some((each) => each.id === id);
  const others = chosen
    .filter((id) => !offered.some((each) => each.id === id))
    .map((id) => ({ id, name: isThere(id) ? id : t("flow.gone", { id }) }));
  const options = [...offered, ...others].map((each) => ({
    value: each.id,
    words: `${each.name} ${each.id}`.toLowerCase(),
    label: <span data-testid={`${testId}-${each.id}`}>{each.name}</span>,
  }));
  const shared = {
    "data-testid": testId,
    "aria-label": name,
    placeholder: t(`flow.choose.${kind}`),
    options,
    allowClear: setting.required !== true,
    showSearch: {
      filterOption: (typed: string, option?: { words?: unknown; value?: unknown }) =>
        String(option?.words).includes(typed.trim().toLowerCase()),
    },
    ...(isFaulty ? { status: "error" as const } : {}),
  };
  return isSeveral ? (
    <Select<string[]> {...shared} mode="tags" value={chosen} onChange={onChange} />
  ) : (
    <Select<string | null>
      {...shared}
      value={chosen[0] ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
};
