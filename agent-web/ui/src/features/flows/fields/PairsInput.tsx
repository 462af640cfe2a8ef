import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../kit/Icon";
import type { InputProps } from "./SettingField";

/** Names with values, such as headers of a request. A pair without a name is kept while it is typed. */
export const PairsInput = ({ testId, value, onChange }: InputProps) => {
  const { t } = useTranslation();
  const pairs = Object.entries(typeof value === "object" && value !== null ? value : {});
  const put = (at: number, name: string, text: string): void =>
    onChange(Object.fromEntries(pairs.map((pair, index) => (index === at ? [name, text] : pair))));
  return (
    <div data-testid={testId} className="flow-options">
      {pairs.map(([name, text], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being typed
        <div key={at} className="row">
          <Input
            size="small"
            className="grow"
            aria-label={t("flow.pairName")}
            placeholder={t("flow.pairName")}
            data-testid={`${testId}-name-${at}`}
            value={name}
            onChange={(event) => put(at, event.target.value, String(text))}
          />
          <Input
            size="small"
            className="grow"
            aria-label={t("flow.pairValue")}
            placeholder={t("flow.pairValue")}
            data-testid={`${testId}-value-${at}`}
            value={String(text)}
            onChange={(event) => put(at, name, event.target.value)}
          />
          <Button
            size="small"
            type="text"
            aria-label={t("flow.removePair")}
            onClick={() => onChange(Object.fromEntries(pairs.filter((_, index) => index !== at)))}
          >
            <Icon name="close" size={12} />
          </Button>
        </div>
      ))}
      <Button
        size="small"
        disabled={pairs.some(([name]) => name === "")}
        data-testid={`${testId}-add`}
        onClick={() => onChange({ ...Object.fromEntries(pairs), "": "" })}
      >
        {t("flow.addPair")}
      </Button>
    </div>
  );
};
