import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { rulesApi } from "../../../connection/rulesApi";
import type { FlowGraph, FlowRule } from "../../../contracts/flows";
import type { RuleChange, RuleChangesPage } from "../../../contracts/rules";
import { moment } from "../../../shared/time";
import { CHANGES_PAGE } from "../flowQueries";
import { isEqual } from "../model/diff";
import { usableGraph } from "../model/usable";
import { authorOf } from "../words";
import { DifferenceView } from "./DifferenceView";
import { useCommands } from "./editorContext";

interface Props {
  flowId: string;
  onClose: () => void;
}

/** Every version there was: who, when, what. An old one can be taken back into the drawing. */
export const HistoryDrawer = ({ flowId, onClose }: Props) => {
  const { t } = useTranslation();
  const commands = useCommands();
  const { data, isError, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["rules", "changes", "flow", flowId],
    queryFn: ({ pageParam, signal }) =>
      rulesApi.changes({ kind: "flow", id: flowId }, pageParam, CHANGES_PAGE, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page: RuleChangesPage) => page.next,
  });
  const changes = data?.pages.flatMap((page) => page.items) ?? [];
  const restore = (graph: FlowGraph): void => {
    commands.change(() => graph);
    onClose();
  };
  return (
    <Drawer open title={t("flow.history")} size={460} onClose={onClose}>
      <div data-testid="flow-history-list">
        {isError ? <p className="soft">{t("flows.loadFailed")}</p> : null}
        {isPending ? <p className="faint">{t("session.loading")}</p> : null}
        {changes.map((change) => (
          <Version key={change.version} change={change} onRestore={restore} />
        ))}
        {hasNextPage ? (
          <Button block type="text" onClick={() => void fetchNextPage()}>
            {t("history.more")}
          </Button>
        ) : null}
      </div>
    </Drawer>
  );
};

interface VersionProps {
  change: RuleChange;
  onRestore: (graph: FlowGraph) => void;
}

const Version = ({ change, onRestore }: VersionProps) => {
  const { t } = useTranslation();
  const before = change.before as FlowRule | null;
  const after = change.after as FlowRule | null;
  const wasPublished =
    after?.published != null && !isEqual(before?.publishedVersion, after.publishedVersion);
  return (
    <article className="flow-version" data-testid={`flow-version-${change.version}`}>
      <div className="row">
        <b>№ {change.version}</b>
        <span className="soft grow">
          {moment(change.at)} · {authorOf(change)}
        </span>
        {after === null ? null : (
          <Button
            size="small"
            data-testid={`flow-restore-${change.version}`}
            onClick={() => onRestore(usableGraph(after))}
          >
            {t("flow.restore")}
          </Button>
        )}
      </div>
      {wasPublished ? (
        <p className="flow-fine">{t("flow.diff.published", { number: after.publishedVersion })}</p>
      ) : null}
      {before === null && after !== null ? <p>{t("flow.diff.created")}</p> : null}
      {after === null ? <p>{t("flow.diff.deleted")}</p> : null}
      {before !== null && after !== null && !isEqual(before.draft, after.draft) ? (
        <DifferenceView before={usableGraph(before)} after={usableGraph(after)} />
      ) : null}
      {change.note ? <p className="faint">{change.note}</p> : null}
    </article>
  );
};
