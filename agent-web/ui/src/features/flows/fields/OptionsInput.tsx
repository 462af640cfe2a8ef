import { Button, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { FlowOption } from "../../../contracts/flows";
import { Icon } from "../../../kit/Icon";
import { readOptions } from "../model/catalog";
import type { InputProps } from "./SettingField";

const KEYS = [..."1234567890*#"];

/** The options of a menu: which key, and what it means. Each has an exit of its own. */
export const OptionsInput = ({ testId, value, onChange }: InputProps) => {
  const { t } = useTranslation();
  const options = readOptions(value);
  const free = KEYS.filter((key) => options.every((option) => option.digit !== key));
  const [next] = free;
  const put = (at: number, part: Partial<FlowOption>): void =>
    onChange(options.map((option, index) => (index === at ? { ...option, ...part } : option)));

  return (
    <div data-testid={testId} className="flow-options">
      {options.map((option, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place; its key may change
        <div key={at} className="row">
          <Select
            size="small"
            style={{ width: 60 }}
            data-testid={`${testId}-digit-${at}`}
            aria-label={t("flow.digit")}
            value={option.digit}
            options={[option.digit, ...free].map((digit) => ({ value: digit, label: digit }))}
            onChange={(digit: string) => put(at, { digit })}
          />
          <Input
            size="small"
            className="grow"
            maxLength={40}
            data-testid={`${testId}-label-${at}`}
            aria-label={t("flow.optionLabel")}
            placeholder={t("flow.optionLabel")}
            value={option.label}
            onChange={(event) => put(at, { label: event.target.value })}
          />
          <Button
            size="small"
            type="text"
            aria-label={t("flow.removeOption")}
            data-testid={`${testId}-remove-${at}`}
            onClick={() => onChange(options.filter((_, index) => index !== at))}
          >
            <Icon name="close" size={12} />
          </Button>
        </div>
      ))}
      <Button
        size="small"
        disabled={next === undefined}
        data-testid={`${testId}-add`}
        onClick={() => onChange([...options, { digit: next ?? "", label: "" }])}
      >
        {t("flow.addOption")}
      </Button>
    </div>
  );
};
