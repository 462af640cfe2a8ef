import { Checkbox, Input, Modal, Select, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WebHook, WebHookChange } from "../../../contracts/systems";

const NAME_MAX = 100;
const URL_MAX = 500;

interface Props {
  /** Null: a new one. */
  hook: WebHook | null;
  types: readonly string[];
  onSave(change: WebHookChange): Promise<void>;
  onCancel(): void;
}

/** Where events go, and which. */
export const WebHookForm = ({ hook, types, onSave, onCancel }: Props) => {
  const { t } = useTranslation();
  const [wish, setWish] = useState<WebHookChange>({
    name: hook?.name ?? "",
    url: hook?.url ?? "https://",
    types: hook?.types ?? [...types],
    isEnabled: hook?.isEnabled ?? true,
    newSecret: false,
  });
  const [isBusy, setBusy] = useState(false);
  const change = (part: Partial<WebHookChange>): void => setWish({ ...wish, ...part });

  const handleSave = async (): Promise<void> => {
    setBusy(true);
    await onSave(wish);
    setBusy(false);
  };

  return (
    <Modal
      open
      title={hook?.name ?? t("systems.newHook")}
      okText={t(hook === null ? "systems.create" : "systems.save")}
      cancelText={t("systems.cancel")}
      okButtonProps={{
        disabled: wish.name.trim() === "" || wish.types.length === 0,
        loading: isBusy,
      }}
      onOk={() => void handleSave()}
      onCancel={onCancel}
    >
      <div className="systems-form">
        <label htmlFor="hook-name">{t("systems.name")}</label>
        <Input
          id="hook-name"
          autoFocus
          maxLength={NAME_MAX}
          value={wish.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <label htmlFor="hook-url">{t("systems.address")}</label>
        <Input
          id="hook-url"
          maxLength={URL_MAX}
          value={wish.url}
          onChange={(event) => change({ url: event.target.value.trim() })}
        />
        <label htmlFor="hook-types">{t("systems.types")}</label>
        <Select
          id="hook-types"
          mode="multiple"
          maxTagCount={4}
          value={wish.types}
          options={types.map((type) => ({ value: type, label: type }))}
          onChange={(chosen) => change({ types: chosen })}
        />
        <label htmlFor="hook-enabled">{t("systems.enabled")}</label>
        <span>
          <Switch
            id="hook-enabled"
            checked={wish.isEnabled}
            onChange={(isEnabled) => change({ isEnabled })}
          />
        </span>
        {hook === null ? null : (
          <>
            <span />
            <Checkbox
              checked={wish.newSecret}
              onChange={(event) => change({ newSecret: event.target.checked })}
            >
              {t("systems.newSecret")}
            </Checkbox>
          </>
        )}
      </div>
    </Modal>
  );
};
