import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, Drawer, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../../connection/restClient";
import { rulesApi } from "../../../connection/rulesApi";
import type { Rule, RuleChange } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import { moment } from "../../../shared/time";
import { useAdmin } from "../core/adminContext";
import type { Kind } from "../core/kind";
import { problemWords } from "../core/problems";
import { authorName } from "./authorName";
import { DifferenceTable } from "./DifferenceTable";
import { noteWords } from "./noteWords";

interface Props {
  kind: Kind;
  /** One item; without it, all of the kind, also those that are gone. */
  id?: string;
  onClose(): void;
}

const PAGE = 20;

/** Who changed what and when, newest first; each state can be brought back. */
export const ItemHistory = ({ kind, id, onClose }: Props) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const { data, isError, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: ["rules-changes", kind.kind, id, view.version],
      queryFn: ({ pageParam, signal }) =>
        rulesApi.changes(
          { kind: kind.kind, ...(id === undefined ? {} : { id }) },
          pageParam,
          PAGE,
          signal,
        ),
      initialPageParam: null as number | null,
      getNextPageParam: (page) => page.next,
    });
  const changes = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer open title={t("admin.history")} size={720} onClose={onClose}>
      <div data-testid="item-history">
        {isPending ? <p className="faint">{t("session.loading")}</p> : null}
        {isError ? (
          <p className="soft">
            {t("history.loadFailed")}{" "}
            <Button size="small" onClick={() => void refetch()}>
              {t("history.retry")}
            </Button>
          </p>
        ) : null}
        {data !== undefined && changes.length === 0 ? (
          <p className="faint">{t("admin.noHistory")}</p>
        ) : null}
        {changes.map((change) => (
          <Change key={change.version} kind={kind} change={change} isOfMany={id === undefined} />
        ))}
        {hasNextPage ? (
          <Button
            block
            type="text"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {t("history.more")}
          </Button>
        ) : null}
      </div>
    </Drawer>
  );
};

interface ChangeProps {
  kind: Kind;
  change: RuleChange;
  isOfMany: boolean;
}

const Change = ({ kind, change, isOfMany }: ChangeProps) => {
  const { t } = useTranslation();
  const { view, isReadOnly } = useAdmin();
  const { before, after } = change;
  const what = before === null ? "created" : after === null ? "removed" : "changed";
  const known = after ?? before;
  const present: Rule | null = view.find(change.kind, change.id);
  const isPresent = JSON.stringify(present) === JSON.stringify(after);
  return (
    <article className="change" data-testid="change" data-version={change.version}>
      <header className="row">
        <b>{moment(change.at)}</b>
        <span>{authorName(change, view)}</span>
        <span className="soft">{t(`admin.${what}`)}</span>
        {isOfMany && known !== null ? <b className="clip">{kind.title(known, view)}</b> : null}
        <span className="grow" />
        <span className="faint" title={t("admin.versionHint")}>
          № {change.version}
        </span>
        {isReadOnly || isPresent || after === null ? null : <RestoreButton change={change} />}
      </header>
      {change.note ? <p className="soft">{noteWords(change.note)}</p> : null}
      {after === null ? null : <DifferenceTable kind={change.kind} before={before} after={after} />}
    </article>
  );
};

const RestoreButton = ({ change }: { change: RuleChange }) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { view, refresh } = useAdmin();
  const [isBusy, setBusy] = useState(false);

  const handleRestore = async (): Promise<void> => {
    setBusy(true);
    try {
      await rulesApi.restore(change.kind, change.id, change.version);
      await refresh();
      void message.success(t("admin.restored"));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const problems = error.details.problems ?? [];
      const why = problems.map((problem) => problemWords(problem, view)).join("; ");
      void message.error(
        t("admin.notSaved", { why: why || wordsFor("adminFault", error.code) }),
        8,
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Popconfirm title={t("admin.restoreQuestion")} onConfirm={() => void handleRestore()}>
      <Button size="small" loading={isBusy} data-testid="restore">
        {t("admin.restore")}
      </Button>
    </Popconfirm>
  );
};
