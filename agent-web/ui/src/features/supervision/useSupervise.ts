import { App } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { deskStore, type SuperviseStep, useDesk } from "../../desk/deskStore";
import { type Supervising, supervisingOf } from "../../desk/supervising";
import { wordsIf } from "../../i18n/i18n";

interface Supervise extends Supervising {
  busy: SuperviseStep | null;
}

const supervising = supervisingOf(deskStore);

/** Goes into other agents' talks and out of them, with or without a telephone of one's own on this page. */
export const useSupervise = (): Supervise => ({
  busy: useDesk((state) => state.superviseBusy),
  ...supervising,
});

/** Says in words what the server has refused, wherever it was wished: once. */
export const useSuperviseRefusals = (): void => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const refused = useDesk((state) => state.superviseRefused);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per refusal, not once per language
  useEffect(() => {
    if (refused === null) return;
    message.error(wordsIf("supervision.fault", refused.code) ?? t("supervision.fault.other"));
  }, [refused]);
};
