import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { FloorQueue } from "../../contracts/floor";
import { FigureName, useDefinitions } from "../figures/definitions";
import { FigureCell } from "./cells";
import { useFloor, useWatchedFloor } from "./floorStore";
import { queueFigures } from "./model/figures";
import { isKnown } from "./model/floor";
import { prefer, useKeptPreferences, usePreferences } from "./preferences";
import { StaleMark, useIsStale } from "./StaleMark";
import "./floor.css";

const large = ["waiting", "longest-wait", "service-level-of-all"];
const small = ["agents-ready", "offered", "answered", "abandoned", "average-wait"];

/** Chosen queues on a big screen, to be read from across the room. */
export const WallBoard = () => {
  const { t } = useTranslation();
  useWatchedFloor();
  const hasPreferences = useKeptPreferences();
  const hasFloor = useFloor(isKnown);
  const isStale = useIsStale();
  const queues = useFloor((floor) => floor.queues);
  const { wallQueues } = usePreferences();
  if (!hasFloor || !hasPreferences) return <p className="faint">{t("session.loading")}</p>;
  const all = [...queues.values()].sort((one, other) =>
    one.setUp.name.localeCompare(other.setUp.name),
  );
  const shown = all.filter(({ id }) => wallQueues.length === 0 || wallQueues.includes(id));
  return (
    <div className="wall" data-testid="wall" data-stale={isStale}>
      <div className="wall-bar">
        <StaleMark />
        <span className="grow" />
        <Select
          mode="multiple"
          size="small"
          maxTagCount={3}
          style={{ minWidth: 220 }}
          placeholder={t("floor.wallQueues")}
          data-testid="wall-queues"
          value={wallQueues}
          options={all.map(({ id, setUp }) => ({ value: id, label: setUp.name }))}
          onChange={(chosen) => prefer({ wallQueues: chosen })}
        />
      </div>
      <div className="wall-tiles">
        {shown.map((queue) => (
          <Tile key={queue.id} queue={queue} />
        ))}
      </div>
    </div>
  );
};

const Tile = ({ queue }: { queue: FloorQueue }) => {
  const definitions = useDefinitions();
  const { thresholds } = usePreferences();
  const figure = (code: string) => (
    <div key={code}>
      <div className="wall-name">
        <FigureName code={code} />
      </div>
      <FigureCell
        code={code}
        unit={definitions.get(code)?.unit}
        thresholds={thresholds}
        value={(now) => (queueFigures(queue, now) as Record<string, number | null>)[code] ?? null}
      />
    </div>
  );
  return (
    <section className="wall-tile" data-testid={`wall-${queue.id}`} data-sequence={queue.sequence}>
      <h2>{queue.setUp.name}</h2>
      <div className="wall-large">{large.map(figure)}</div>
      <div className="wall-small">{small.map(figure)}</div>
    </section>
  );
};
