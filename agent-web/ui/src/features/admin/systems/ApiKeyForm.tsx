import { Checkbox, DatePicker, Input, InputNumber, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApiScope, NewApiKey } from "../../../contracts/systems";
import { wordsFor } from "../../../i18n/i18n";

const PER_MINUTE_USUAL = 600;
const PER_MINUTE_MAX = 10_000;
const NAME_MAX = 100;

interface Props {
  scopes: readonly ApiScope[];
  onCreate(wish: NewApiKey): Promise<void>;
  onCancel(): void;
}

/** A new key: for whom, what for, how much, how long. */
export const ApiKeyForm = ({ scopes, onCreate, onCancel }: Props) => {
  const { t } = useTranslation();
  const [wish, setWish] = useState<NewApiKey>({
    name: "",
    scopes: [],
    requestsPerMinute: PER_MINUTE_USUAL,
    expiresAt: null,
  });
  const [isBusy, setBusy] = useState(false);
  const change = (part: Partial<NewApiKey>): void => setWish({ ...wish, ...part });

  const handleCreate = async (): Promise<void> => {
    setBusy(true);
    await onCreate(wish);
    setBusy(false);
  };

  return (
    <Modal
      open
      title={t("systems.newKey")}
      okText={t("systems.create")}
      cancelText={t("systems.cancel")}
      okButtonProps={{
        disabled: wish.name.trim() === "" || wish.scopes.length === 0,
        loading: isBusy,
      }}
      onOk={() => void handleCreate()}
      onCancel={onCancel}
    >
      <div className="systems-form">
        <label htmlFor="key-name">{t("systems.name")}</label>
        <Input
          id="key-name"
          autoFocus
          maxLength={NAME_MAX}
          value={wish.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <span>{t("systems.scopes")}</span>
        <Checkbox.Group
          className="systems-choices"
          value={wish.scopes}
          options={scopes.map((scope) => ({ value: scope, label: wordsFor("apiScope", scope) }))}
          onChange={(chosen) => change({ scopes: chosen })}
        />
        <label htmlFor="key-limit">{t("systems.perMinute")}</label>
        <InputNumber
          id="key-limit"
          min={1}
          max={PER_MINUTE_MAX}
          precision={0}
          value={wish.requestsPerMinute}
          onChange={(value) => change({ requestsPerMinute: value ?? PER_MINUTE_USUAL })}
        />
        <label htmlFor="key-expires">{t("systems.expires")}</label>
        <DatePicker
          id="key-expires"
          placeholder={t("systems.never")}
          onChange={(day) => change({ expiresAt: day?.endOf("day").toISOString() ?? null })}
        />
      </div>
    </Modal>
  );
};
