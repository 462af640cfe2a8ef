import { Button, Dropdown, Tabs, Tag } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { Session } from "../../contracts/rest";
import { AgentDayDrawer } from "../agentDay/AgentDayDrawer";
import { useDefinitions } from "../figures/definitions";
import { DeskOptionsProvider } from "../frame/deskOptions";
import { AgentActs } from "./AgentActs";
import { AgentsTable } from "./AgentsTable";
import { Alerts } from "./Alerts";
import { ColumnChoice } from "./ColumnChoice";
import { agentsTable, queuesTable, saveWorkbook, workTable } from "./exportTables";
import { FilterBar } from "./FilterBar";
import { useFloor, useWatchedFloor } from "./floorStore";
import { isKnown } from "./model/floor";
import { fits } from "./model/view";
import { useKeptPreferences, usePreferences } from "./preferences";
import { QueuesTable } from "./QueuesTable";
import { StaleMark, useIsStale } from "./StaleMark";
import { useAct } from "./useAct";
import { useNames } from "./useNames";
import { WorkTable } from "./WorkTable";
import "./floor.css";

/** The live floor: queues, agents, who waits; pushed by the server, and visibly old when it is silent. */
export const FloorPage = ({ session }: { session: Session }) => {
  const { t } = useTranslation();
  useWatchedFloor();
  const hasPreferences = useKeptPreferences();
  const hasFloor = useFloor(isKnown);
  const isStale = useIsStale();
  const [chosen, setChosen] = useState<string[]>([]);
  const here = useInView(chosen);
  const [dayOf, setDayOf] = useState<string | null>(null);
  const [area, height] = useHeight();
  if (!hasFloor || !hasPreferences) return <p className="faint">{t("session.loading")}</p>;
  const isSupervisor = session.role === "supervisor";
  return (
    <div className="floor" data-testid="centre-status" data-stale={isStale}>
      <TopBar me={isSupervisor ? session.employeeId : null} />
      <QueuesTable />
      <div className="fill" ref={area}>
        <Tabs
          size="small"
          tabBarExtraContent={
            isSupervisor ? (
              <div className="row">
                <AgentActs agents={here} onDone={() => setChosen([])} />
              </div>
            ) : null
          }
          items={[
            {
              key: "agents",
              label: <AgentsLabel />,
              children: (
                <AgentsTable
                  height={height}
                  chosen={chosen}
                  onChoose={setChosen}
                  canAct={isSupervisor}
                  onOpenDay={setDayOf}
                />
              ),
            },
            ...(isSupervisor
              ? [
                  {
                    key: "callers",
                    label: <WorkLabel />,
                    children: <WorkTable height={height} me={session.employeeId} />,
                  },
                ]
              : []),
          ]}
        />
      </div>
      {dayOf === null ? null : <DayOf agentId={dayOf} onClose={() => setDayOf(null)} />}
    </div>
  );
};

/** Nothing is done to anybody whom a filter hides. */
const useInView = (chosen: readonly string[]): string[] => {
  const { filters } = usePreferences();
  const agents = useFloor((floor) => floor.agents);
  return chosen.filter((id) => {
    const agent = agents.get(id);
    return agent !== undefined && fits(agent, filters);
  });
};

const DayOf = ({ agentId, onClose }: { agentId: string; onClose: () => void }) => {
  const since = useFloor((floor) => floor.agents.get(agentId)?.state.since ?? "");
  return (
    <DeskOptionsProvider>
      <AgentDayDrawer agentId={agentId} turn={since} onClose={onClose} />
    </DeskOptionsProvider>
  );
};

/** `me` is null for those who may not know who calls. */
const TopBar = ({ me }: { me: string | null }) => {
  const { t } = useTranslation();
  const link = useFloor((floor) => floor.pbxLink);
  const isUp = link === "up";
  return (
    <div className="floor-bar">
      <Tag color={isUp ? "green" : "red"} data-testid="pbx-link" data-link={link}>
        {t("centre.pbx")}: {t(isUp ? "centre.pbx.up" : "centre.pbx.down")}
      </Tag>
      <StaleMark />
      <FilterBar />
      <span className="grow" />
      <Alerts />
      <ColumnChoice hasWork={me !== null} />
      <Export me={me} />
      <Link to="/wall" target="_blank" data-testid="open-wall">
        {t("floor.wall")}
      </Link>
    </div>
  );
};

const Export = ({ me }: { me: string | null }) => {
  const { t } = useTranslation();
  const preferences = usePreferences();
  const definitions = useDefinitions();
  const names = useNames();
  const act = useAct();

  const save = (what: string): Promise<boolean> => {
    const floor = useFloor.getState();
    const now = Date.now() + floor.clockAheadMs;
    const table = {
      queues: () => queuesTable(floor, preferences, definitions, now),
      work: () => workTable(floor, preferences, names, me ?? "", now),
    }[what];
    return act(() =>
      saveWorkbook(table?.() ?? agentsTable(floor, preferences, definitions, names, now)),
    );
  };

  return (
    <Dropdown
      menu={{
        items: [
          { key: "agents", label: t("centre.agents") },
          { key: "queues", label: t("centre.queues") },
          ...(me === null ? [] : [{ key: "work", label: t("work.title") }]),
        ],
        onClick: ({ key }) => void save(key),
      }}
    >
      <Button size="small" data-testid="export">
        {t("floor.export")}
      </Button>
    </Dropdown>
  );
};

const AgentsLabel = () => {
  const { t } = useTranslation();
  const agents = useFloor((floor) => floor.agents);
  const here = [...agents.values()].filter(({ state }) => state.status !== "signedOut").length;
  return (
    <span>
      {t("centre.agents")} · {t("floor.here", { here, all: agents.size })}
    </span>
  );
};

const WorkLabel = () => {
  const { t } = useTranslation();
  const waiting = useFloor(
    ({ callers }) => [...callers.values()].filter(({ place }) => place === undefined).length,
  );
  return (
    <span data-testid="work-tab">
      {t("work.title")} · {t("work.wait", { waiting })}
    </span>
  );
};

const HEADS = 92; // Tabs and the head of the table.

/** How much room a table has in an element that fills what is left. */
const useHeight = (): [React.RefObject<HTMLDivElement | null>, number] => {
  const area = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(300);
  useEffect(() => {
    const look = (): void => {
      const top = area.current?.getBoundingClientRect().top ?? 0;
      setHeight(Math.max(160, window.innerHeight - top - HEADS));
    };
    const timer = setInterval(look, 1_000); // Queues come and go above it.
    look();
    window.addEventListener("resize", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("resize", look);
    };
  }, []);
  return [area, height];
};
