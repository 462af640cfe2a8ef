import { useQueryClient } from "@tanstack/react-query";
import { Tabs } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../../desk/deskStore";
import { AssistantSummary } from "../calls/AssistantSummary";
import { CallPanel } from "../calls/CallPanel";
import { TalkStrip } from "../calls/TalkStrip";
import { CallerCard } from "../clients/CallerCard";
import { OwnFigures } from "../figures/OwnFigures";
import { useAwaitedCalls } from "../history/awaitedCalls";
import { HistoryView } from "../history/HistoryView";
import { WrapUpForm } from "../wrapUp/WrapUpForm";

const WorkPanel = lazy(async () => ({
  default: (await import("../work/WorkPanel")).WorkPanel,
}));

type Tab = "client" | "history" | "work";

/**
 * Left: the call and its result. Right: who calls, or what was before. Nothing changes its place;
 * the figures of the day
 * make room for the result while there is a call. `workOf` is the agent whose list of work is shown as well.
 */
export const AgentDesk = ({ workOf }: { workOf?: string }) => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const inHand = useDesk((state) => state.desk.call?.interactionId ?? null);
  const clientId = useDesk((state) => state.desk.call?.client?.id ?? null);
  const awaited = useAwaitedCalls();
  const [tab, setTab] = useState<Tab>("history");
  const [betweenCalls, setBetweenCalls] = useState<Tab>("history"); // Where he was before he had somebody.
  const [lastClientId, setLastClientId] = useState<string | null>(null);

  const hasClient = useDesk(({ desk: { call } }) => call !== null && call.kind !== "internal");

  useEffect(() => {
    setTab(hasClient ? "client" : betweenCalls);
    if (inHand === null) void queries.invalidateQueries({ queryKey: ["history"] });
  }, [inHand, hasClient, betweenCalls, queries]);

  const open = (chosen: Tab): void => {
    setTab(chosen);
    if (inHand === null) setBetweenCalls(chosen);
  };

  useEffect(() => {
    if (inHand !== null) setLastClientId(clientId);
  }, [inHand, clientId]);

  return (
    <main className="desk">
      <div className="desk-left">
        <CallPanel />
        <WrapUpForm />
        {inHand === null && <OwnFigures />}
      </div>
      <section className="panel desk-right">
        <AssistantSummary />
        <TalkStrip />
        <Tabs
          size="small"
          activeKey={tab}
          onChange={(key) => open(key as Tab)}
          items={[
            { key: "client", label: <span data-testid="tab-client">{t("client.tab")}</span> },
            { key: "history", label: <span data-testid="tab-history">{t("history.mine")}</span> },
            ...(workOf === undefined
              ? []
              : [{ key: "work", label: <span data-testid="tab-work">{t("work.tab")}</span> }]),
          ]}
        />
        {tab === "client" ? <CallerCard lastClientId={lastClientId} /> : null}
        {tab === "history" ? <HistoryView isOwn awaited={awaited} /> : null}
        {tab === "work" && workOf !== undefined ? (
          <Suspense fallback={<p className="faint">{t("session.loading")}</p>}>
            <WorkPanel me={workOf} />
          </Suspense>
        ) : null}
      </section>
    </main>
  );
};
