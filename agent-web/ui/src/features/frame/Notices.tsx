import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { floorApi } from "../../connection/floorApi";
import { useDesk } from "../../desk/deskStore";
import { moment } from "../../shared/time";

/** What supervisors have told the agent: each stays until he says that he has read it. */
export const Notices = () => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const turn = useDesk((state) => state.desk.noticesTurn);
  const queryKey = ["notices", turn];
  const { data } = useQuery({
    queryKey,
    queryFn: floorApi.openNotices,
    placeholderData: (former) => former,
  });

  const confirm = async (id: string): Promise<void> => {
    // What did not reach the server stays, and can be confirmed again.
    await floorApi.confirmNotice(id).catch(() => {});
    await queries.invalidateQueries({ queryKey });
  };

  return (data ?? []).map((notice) => (
    <Alert
      key={notice.id}
      type="info"
      showIcon
      title={notice.text}
      description={t("notice.from", { author: notice.author, time: moment(notice.sentAt) })}
      data-testid={`notice-${notice.id}`}
      action={
        <Button
          size="small"
          type="primary"
          data-testid="notice-confirm"
          onClick={() => void confirm(notice.id)}
        >
          {t("notice.confirm")}
        </Button>
      }
    />
  ));
};
