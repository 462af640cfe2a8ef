import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { floorApi } from "../../connection/floorApi";
import { useDesk } from "../../desk/deskStore";
import { agentOf } from "../../desk/selectors";
import { useNow } from "../../kit/useNow";
import { AgentDayDrawer } from "../agentDay/AgentDayDrawer";
import { agentFigures } from "./agentFigures";
import { FigureName, figureText, useDefinitions } from "./definitions";
import "./figures.css";

const shown = [
  "contacts",
  "handled",
  "average-handle",
  "average-talk",
  "average-wrap-up",
  "occupancy",
] as const;

/** The agent's own day, by the same definitions that his supervisor sees. */
export const OwnFigures = () => {
  const { t } = useTranslation();
  const definitions = useDefinitions();
  const pushed = useDesk((state) => state.desk.figures);
  const ahead = useDesk((state) => state.desk.clockAheadMs);
  const now = useNow() + ahead;
  const { data } = useQuery({ queryKey: ["own-figures"], queryFn: floorApi.ownFigures });
  const agent = useDesk(agentOf);
  const [isDayOpen, setIsDayOpen] = useState(false);
  const known = pushed ?? data;
  if (known === undefined) return null;
  const figures = agentFigures(known, now);
  return (
    <section className="panel own-figures" data-testid="own-figures">
      <div className="row">
        <span className="panel-title grow">{t("figure.own")}</span>
        <Button type="link" size="small" data-testid="own-day" onClick={() => setIsDayOpen(true)}>
          {t("agentDay.own")}
        </Button>
      </div>
      {isDayOpen && agent !== null ? (
        <AgentDayDrawer
          agentId={agent.agentId}
          turn={agent.since}
          onClose={() => setIsDayOpen(false)}
        />
      ) : null}
      <dl>
        {shown.map((code) => (
          <div key={code}>
            <dt>
              <FigureName code={code} />
            </dt>
            <dd data-testid={`own-${code}`}>
              {figureText(figures[code], definitions.get(code)?.unit)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
