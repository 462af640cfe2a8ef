import { App } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../../desk/deskStore";

/** Says each refused command once, in words. */
export const useRefusals = (): void => {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const refused = useDesk((state) => state.refused);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per refusal, not once per language
  useEffect(() => {
    if (refused === null) return;
    notification.warning({
      key: `refused-${refused.command}`,
      title: t("refusal.title", { action: t(`command.${refused.command}`) }),
      description: <span data-testid="refusal">{t(`refusal.${refused.refusal}`)}</span>,
      placement: "bottomRight",
      duration: 6,
    });
  }, [refused]);
};
