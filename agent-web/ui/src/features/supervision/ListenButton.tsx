import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useDesk } from "../../desk/deskStore";
import { useSupervise } from "./useSupervise";

/** Into an agent's talk, heard by nobody. It needs the supervisor's own telephone. */
export const ListenButton = ({ interactionId }: { interactionId: string }) => {
  const { t } = useTranslation();
  const { busy, enter } = useSupervise();
  const hasAudio = useDesk((state) => state.desk.agent?.audio === "open");
  const isIn = useDesk((state) => state.desk.agent?.supervision?.interactionId === interactionId);
  return (
    <Button
      size="small"
      disabled={!hasAudio || isIn}
      loading={busy !== null}
      title={hasAudio ? t("supervision.listen.hint") : t("supervision.noAudio")}
      data-testid={`listen-${interactionId}`}
      onClick={() => void enter(interactionId, "listen")}
    >
      {t("supervision.listen")}
    </Button>
  );
};
