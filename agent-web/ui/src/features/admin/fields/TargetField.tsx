import { Select, Space } from "antd";
import { useTranslation } from "react-i18next";
import type { RuleTarget, TargetKind } from "../../../contracts/rules";
import { useAdmin } from "../core/adminContext";
import { Field, type FieldName } from "./Field";

interface Props {
  name: FieldName;
  at?: string;
  value: RuleTarget | null;
  kinds: readonly TargetKind[];
  onChange(value: RuleTarget | null): void;
}

const hasId = (kind: TargetKind): kind is "queue" | "flow" => kind === "queue" || kind === "flow";

/** Where a caller goes: first to what, then to which. */
export const TargetField = ({ name, at = name, value, kinds, onChange }: Props) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  return (
    <Field name={name} at={at}>
      {({ id, ...control }) => (
        <Space.Compact block>
          <Select<TargetKind>
            {...control}
            id={id}
            className="target-kind"
            value={value?.kind ?? null}
            placeholder={t("admin.choose")}
            options={kinds.map((kind) => ({ value: kind, label: t(`targetKind.${kind}`) }))}
            onChange={(kind) => onChange({ kind, id: "" })}
          />
          {value !== null && hasId(value.kind) ? (
            <Select
              {...control}
              className="grow"
              aria-label={t(`kindOne.${value.kind}`)}
              data-testid={`${at}-id`}
              value={value.id === "" ? null : value.id}
              placeholder={t("admin.choose")}
              options={view.options(value.kind)}
              showSearch={{ optionFilterProp: "label" }}
              onChange={(chosen: string) => onChange({ ...value, id: chosen })}
            />
          ) : null}
        </Space.Compact>
      )}
    </Field>
  );
};
