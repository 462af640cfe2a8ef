import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { Problem } from "../../connection/restClient";
import type { SupervisionMode } from "../../contracts/hub";
import { wordsIf } from "../../i18n/i18n";

export interface Supervise {
  /** What is being carried out: a mode, taking over, leaving. */
  busy: SupervisionMode | "take-over" | "leave" | null;
  enter: (interactionId: string, mode: SupervisionMode) => Promise<void>;
  takeOver: (interactionId: string) => Promise<void>;
  leave: () => Promise<void>;
}

/** Goes into other agents' talks and out of them; what the server refuses is said in words. */
export const useSupervise = (): Supervise => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState<Supervise["busy"]>(null);

  const carryOut = async (what: NonNullable<Supervise["busy"]>, request: Promise<void>) => {
    setBusy(what);
    try {
      await request;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      message.error(wordsIf("supervision.fault", error.code) ?? t("supervision.fault.other"));
    } finally {
      setBusy(null);
    }
  };

  return {
    busy,
    enter: (interactionId, mode) => carryOut(mode, api.supervise(interactionId, mode)),
    takeOver: (interactionId) => carryOut("take-over", api.takeOver(interactionId)),
    leave: () => carryOut("leave", api.stopSupervising()),
  };
};
