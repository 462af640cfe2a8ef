import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { StereoPlayer } from "../history/StereoPlayer";

const AGAIN_MS = 1_000;

/** The message in hand. It is encoded within a few seconds of its end; until then we ask again. */
export const MessagePlayer = ({ interactionId }: { interactionId: string }) => {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ["message", interactionId],
    queryFn: ({ signal }) => api.historyDetail(interactionId, signal),
    refetchInterval: ({ state }) =>
      state.data?.recordings.some((part) => part.state !== "pending") ? false : AGAIN_MS,
  });
  const part = data?.recordings.find((recording) => recording.state !== "pending");
  return (
    <div className="call-message" data-testid="message-player">
      {part === undefined ? (
        <span className="faint">{t("call.messagePending")}</span>
      ) : (
        <StereoPlayer part={{ ...part, talkStartsAtSeconds: 0 }} isMessage />
      )}
    </div>
  );
};
