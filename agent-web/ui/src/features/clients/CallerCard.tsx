import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { useDesk } from "../../desk/deskStore";
import { callOf } from "../../desk/selectors";
import { ClientCardView } from "./ClientCardView";

interface Props {
  /** Who was on the line before: after the call he can still be looked at, and called. */
  lastClientId: string | null;
}

/** The card of who is on the line, or was last, with what was before. */
export const CallerCard = ({ lastClientId }: Props) => {
  const { t } = useTranslation();
  const call = useDesk(callOf);
  const clientId = call === null ? lastClientId : (call.client?.id ?? null);
  const { data, isError, refetch } = useQuery({
    queryKey: ["client", clientId],
    queryFn: ({ signal }) => api.client(clientId ?? "", signal),
    enabled: clientId !== null,
    retry: 3,
  });

  if (call === null && clientId === null)
    return (
      <p className="faint" data-testid="client-none">
        {t("client.none")}
      </p>
    );
  if (clientId === null) {
    return (
      <p className="soft" data-testid="client-unknown">
        {t("client.unknown")}
      </p>
    );
  }
  if (data !== undefined) return <ClientCardView card={data} />;
  if (!isError) return null;
  return (
    <p data-testid="client-failed">
      {t("client.loadFailed")}{" "}
      <button type="button" onClick={() => void refetch()}>
        {t("history.retry")}
      </button>
    </p>
  );
};
