import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { rulesApi } from "../../../connection/rulesApi";
import { moment } from "../../../shared/time";
import { authorName } from "../history/authorName";
import { DifferenceTable } from "../history/DifferenceTable";
import { useAdmin } from "./adminContext";
import type { Kind } from "./kind";
import type { OpenItem } from "./useItem";

/** Somebody else was quicker: says who and what, keeps what was typed, and lets people decide. */
export const ConflictNotice = ({ kind, open }: { kind: Kind; open: OpenItem }) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const { item, saved, draft } = open;
  const { data } = useQuery({
    queryKey: ["rules-changes", kind.kind, item.id, "last", view.version],
    queryFn: ({ signal }) => rulesApi.changes({ kind: kind.kind, id: item.id }, null, 1, signal),
    retry: false,
  });
  const last = data?.items[0];
  const who = last === undefined ? t("admin.somebody") : authorName(last, view);
  return (
    <Alert
      type="warning"
      className="conflict"
      data-testid="conflict"
      title={t(saved === null ? "admin.removedBy" : "admin.changedBy", {
        who,
        when: last === undefined ? "" : moment(last.at),
      })}
      description={
        <>
          <p>{t("admin.conflictKept")}</p>
          {saved === null || draft === null ? null : (
            <DifferenceTable kind={kind.kind} before={draft.base} after={saved} />
          )}
          <div className="row">
            <Button size="small" type="primary" data-testid="keep-mine" onClick={open.keepMine}>
              {t("admin.keepMine")}
            </Button>
            <Button size="small" data-testid="take-theirs" onClick={open.discard}>
              {t("admin.takeTheirs")}
            </Button>
          </div>
        </>
      }
    />
  );
};
