import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CallView } from "../../contracts/hub";

let lastOpened: string | null = null; // Of this page: a page of ours that is drawn anew opens nothing again.

/** What another program shows of the caller: one click, or by itself once per offer where the rules say so. */
export const ScreenPop = ({ call }: { call: CallView }) => {
  const { t } = useTranslation();
  const { interactionId, screenPop, stage } = call;
  const opensItself = screenPop?.isAutomatic === true && stage === "offered";
  const url = screenPop?.url ?? null;

  useEffect(() => {
    if (!opensItself || url === null || lastOpened === interactionId) return;
    lastOpened = interactionId;
    window.open(url, "_blank", "noopener,noreferrer");
  }, [opensItself, url, interactionId]);

  return url === null ? null : (
    <a href={url} target="_blank" rel="noopener noreferrer" data-testid="screen-pop">
      {t("call.screenPop")}
    </a>
  );
};
