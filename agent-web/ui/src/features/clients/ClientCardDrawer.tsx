import { useQuery } from "@tanstack/react-query";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { DeskOptionsProvider } from "../frame/deskOptions";
import { ClientCardView } from "./ClientCardView";

interface Props {
  clientId: string;
  onClose: () => void;
}

/** The card of a client who talks with somebody else, beside whatever is looked at. */
export const ClientCardDrawer = ({ clientId, onClose }: Props) => {
  const { t } = useTranslation();
  const { data, isError } = useQuery({
    queryKey: ["client", clientId],
    queryFn: ({ signal }) => api.client(clientId, signal),
    retry: 3,
  });
  return (
    <Drawer open mask={false} placement="left" size={640} title={t("client.tab")} onClose={onClose}>
      {data === undefined ? (
        <p className="soft">{t(isError ? "client.loadFailed" : "session.loading")}</p>
      ) : (
        <DeskOptionsProvider>
          <ClientCardView card={data} />
        </DeskOptionsProvider>
      )}
    </Drawer>
  );
};
