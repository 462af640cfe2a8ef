import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import type { HistoryPage } from "../../contracts/rest";
import { type AwaitedCall, isAnyAwaited } from "./awaitedCalls";
import { type HistoryColumn, HistoryTable } from "./HistoryTable";
import { PlayerDock } from "./PlayerDock";
import { usePlayer } from "./usePlayer";

const PAGE = 50;
const PENDING_LOOK_MS = 4_000;
const OFFICE_LOOK_MS = 10_000;
const AWAITED_LOOK_MS = 5_000;
const nothing: readonly AwaitedCall[] = [];

const own: HistoryColumn[] = [
  "at",
  "client",
  "queue",
  "wait",
  "talk",
  "wrapUp",
  "ending",
  "result",
  "recording",
];
const everybody: HistoryColumn[] = [...own.slice(0, 3), "agent", ...own.slice(3)];

interface Props {
  isOwn: boolean;
  /** What is looked for until it stands here: calls that the agent has handed on. */
  awaited?: readonly AwaitedCall[];
}

/** The history an employee may see, newest first, with its player. */
export const HistoryView = ({ isOwn, awaited = nothing }: Props) => {
  const { t } = useTranslation();
  const player = usePlayer();
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPending } =
    useInfiniteQuery({
      queryKey: ["history", isOwn],
      queryFn: ({ pageParam, signal }) => api.history(pageParam, PAGE, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (page: HistoryPage) => page.next,
      refetchInterval: (query) => {
        const pages = query.state.data?.pages ?? [];
        if (pages.some(hasPendingRecording)) return PENDING_LOOK_MS;
        if (isAnyAwaited(awaited, idsIn(pages), Date.now())) return AWAITED_LOOK_MS;
        return isOwn ? false : OFFICE_LOOK_MS;
      },
    });
  const rows = data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <div className="fill" data-testid="history">
      <div className="scroll">
        {isError ? (
          <p className="soft" data-testid="history-failed">
            {t("history.loadFailed")}{" "}
            <Button size="small" onClick={() => void refetch()}>
              {t("history.retry")}
            </Button>
          </p>
        ) : null}
        <HistoryTable
          rows={rows}
          columns={isOwn ? own : everybody}
          emptyText={isPending ? t("session.loading") : t("history.empty")}
          player={player}
        />
        {hasNextPage ? (
          <Button
            block
            type="text"
            loading={isFetchingNextPage}
            data-testid="history-more"
            onClick={() => void fetchNextPage()}
          >
            {t("history.more")}
          </Button>
        ) : null}
      </div>
      <PlayerDock player={player} />
    </div>
  );
};

const idsIn = (pages: readonly HistoryPage[]): ReadonlySet<string> =>
  new Set(pages.flatMap((page) => page.items.map((row) => row.interactionId)));

const hasPendingRecording = (page: HistoryPage): boolean =>
  page.items.some((row) => row.recordings.some((part) => part.state === "pending"));
