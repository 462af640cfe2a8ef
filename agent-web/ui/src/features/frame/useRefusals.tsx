import { App } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { deskStore, useDesk } from "../../desk/deskStore";
import { RefusalWords } from "./RefusalWords";

/** Says each refused command once, in words. */
export const useRefusals = (): void => {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const refused = useDesk((state) => state.refused);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per refusal, not once per language
  useEffect(() => {
    // The dialog says itself what was refused, where the agent looks.
    if (refused === null || deskStore.getState().reach !== null) return;
    notification.warning({
      key: `refused-${refused.command}`,
      title: t("refusal.title", { action: t(`command.${refused.command}`) }),
      description: <RefusalWords refused={refused} />,
      placement: "bottomRight",
      duration: 6,
    });
  }, [refused]);
};
