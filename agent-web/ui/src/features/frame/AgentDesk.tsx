import { useQueryClient } from "@tanstack/react-query";
import { Tabs } from "antd";
import { useEffect, useState } from "react";
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

type Tab = "client" | "history";

/**
 * Left: the call and its result. Right: who calls, or what was before. Nothing changes its place; the figures of the day
 * make room for the result while there is a call.
 */
export const AgentDesk = () => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const inHand = useDesk((state) => state.desk.call?.interactionId ?? null);
  const clientId = useDesk((state) => state.desk.call?.client?.id ?? null);
  const awaited = useAwaitedCalls();
  const [tab, setTab] = useState<Tab>("history");
  const [lastClientId, setLastClientId] = useState<string | null>(null);

  const hasClient = useDesk(({ desk: { call } }) => call !== null && call.kind !== "internal");

  useEffect(() => {
    setTab(hasClient ? "client" : "history");
    if (inHand === null) void queries.invalidateQueries({ queryKey: ["history"] });
  }, [inHand, hasClient, queries]);

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
          onChange={(key) => setTab(key as Tab)}
          items={[
            { key: "client", label: <span data-testid="tab-client">{t("client.tab")}</span> },
            { key: "history", label: <span data-testid="tab-history">{t("history.mine")}</span> },
          ]}
        />
        {tab === "client" ? (
          <CallerCard lastClientId={lastClientId} />
        ) : (
          <HistoryView isOwn awaited={awaited} />
        )}
      </section>
    </main>
  );
};
