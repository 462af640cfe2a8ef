import { useQueryClient } from "@tanstack/react-query";
import { Tabs } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../../desk/deskStore";
import { AssistantSummary } from "../calls/AssistantSummary";
import { CallPanel } from "../calls/CallPanel";
import { CallerCard } from "../clients/CallerCard";
import { OwnFigures } from "../figures/OwnFigures";
import { HistoryView } from "../history/HistoryView";
import { WrapUpForm } from "../wrapUp/WrapUpForm";

type Tab = "client" | "history";

/** Left: the call and its result. Right: who calls, or what was before. Nothing changes its place. */
export const AgentDesk = () => {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const inHand = useDesk((state) => state.desk.call?.interactionId ?? null);
  const [tab, setTab] = useState<Tab>("history");

  useEffect(() => {
    setTab(inHand === null ? "history" : "client");
    if (inHand === null) void queries.invalidateQueries({ queryKey: ["history"] });
  }, [inHand, queries]);

  return (
    <main className="desk">
      <div className="desk-left">
        <CallPanel />
        <WrapUpForm />
        <OwnFigures />
      </div>
      <section className="panel desk-right">
        <AssistantSummary />
        <Tabs
          size="small"
          activeKey={tab}
          onChange={(key) => setTab(key as Tab)}
          items={[
            { key: "client", label: <span data-testid="tab-client">{t("client.tab")}</span> },
            { key: "history", label: <span data-testid="tab-history">{t("history.mine")}</span> },
          ]}
        />
        {tab === "client" ? <CallerCard /> : <HistoryView isOwn />}
      </section>
    </main>
  );
};
