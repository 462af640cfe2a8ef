import { App } from "antd";
import { useTranslation } from "react-i18next";
import type { MessageKey } from "../../i18n/messages";

/** Asks before what cannot be taken back is done to this many. */
export const useSure = (): ((what: MessageKey, count: number, act: () => void) => void) => {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  return (what, count, act) =>
    void modal.confirm({
      title: `${t(what)}: ${count}`,
      okText: t(what),
      okButtonProps: { danger: true, id: "sure" },
      cancelText: t("floor.notNow"),
      onOk: act,
    });
};
