import { Button, Dropdown, Select } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import { floorApi } from "../../connection/floorApi";
import { Problem } from "../../connection/restClient";
import type { ActResults } from "../../contracts/floor";
import { useFloor } from "./floorStore";
import { stateOrder } from "./model/view";
import type { WorkItem } from "./model/work";
import { useAct } from "./useAct";
import { useSure } from "./useSure";

/** What a supervisor may give by hand, besides what rules and flows say. */
export const points = [
  { given: 100, word: "first" },
  { given: 50, word: "higher" },
  { given: 0, word: "usual" },
  { given: -50, word: "lower" },
] as const;

/** Whoever can be next stands first. */
const order = ["ready", "wrapUp", "notReady"];

interface Props {
  chosen: readonly WorkItem[];
  onDone: () => void;
}

/** What is done with the chosen who wait: sooner or later, to somebody, elsewhere, away. */
export const WorkActs = ({ chosen, onDone }: Props) => {
  const { t } = useTranslation();
  const queues = useFloor((floor) => floor.queues);
  const act = useAct();
  const sure = useSure();
  const ids = chosen.map(({ interactionId }) => interactionId);
  const isNobody = ids.length === 0;
  // Whoever is still in a flow stands in no line: he can be preferred, and nothing else.
  const mayBeMoved = !isNobody && chosen.every(({ isWaiting }) => isWaiting);

  const carryOut = async (work: () => Promise<unknown>): Promise<void> => {
    await act(work);
    onDone();
  };

  return (
    <>
      <Dropdown
        disabled={isNobody}
        menu={{
          items: points.map(({ given, word }) => ({
            key: given,
            label: <span data-testid={`work-points-${word}`}>{t(`centre.points.${word}`)}</span>,
          })),
          onClick: ({ key }) => void carryOut(() => prefer(ids, Number(key))),
        }}
      >
        <Button size="small" data-testid="work-priority">
          {t("centre.byHand")}
        </Button>
      </Dropdown>
      <GiveTo
        isDisabled={!mayBeMoved}
        onGive={(agent) => void carryOut(() => floorApi.assignCallers(ids, agent))}
      />
      <Dropdown
        disabled={!mayBeMoved}
        menu={{
          items: [
            ...[...queues.values()].map(({ id, setUp }) => ({
              key: id,
              label: t("floor.moveTo", { queue: setUp.name }),
            })),
            { type: "divider" as const },
            { key: "", label: t("floor.letGo"), danger: true },
          ],
          onClick: ({ key }) => {
            const move = () => void carryOut(() => floorApi.moveCallers(ids, key || null));
            if (key === "") sure("floor.letGo", ids.length, move);
            else move();
          },
        }}
      >
        <Button size="small" data-testid="callers-move">
          {t("floor.takeOut", { count: ids.length })}
        </Button>
      </Dropdown>
    </>
  );
};

/** Found by typing a name; each with what he does now. */
const GiveTo = ({ isDisabled, onGive }: { isDisabled: boolean; onGive: (id: string) => void }) => {
  const { t } = useTranslation();
  const agents = useFloor((floor) => floor.agents);
  const rank = (status: string): number => {
    const at = order.indexOf(status);
    return at < 0 ? order.length + stateOrder.indexOf(status as never) : at;
  };
  const options = [...agents.values()]
    .filter(({ state }) => state.status !== "signedOut")
    .sort(
      (a, b) =>
        rank(a.state.status) - rank(b.state.status) || a.setUp.name.localeCompare(b.setUp.name),
    )
    .map(({ id, setUp, state }) => ({ value: id, name: setUp.name, status: state.status }));
  return (
    <Select<string | null, (typeof options)[number]>
      size="small"
      showSearch={{ optionFilterProp: "name" }}
      style={{ width: 190 }}
      popupMatchSelectWidth={300}
      disabled={isDisabled}
      value={null}
      placeholder={t("work.giveTo")}
      aria-label={t("work.giveTo")}
      data-testid="work-give"
      options={options}
      optionRender={({ data }) => (
        <span className="row" data-testid={`work-give-${data.value}`}>
          <i className="floor-dot" style={{ background: `var(--state-${data.status})` }} />
          <span className="grow clip">{data.name}</span>
          <span className="faint">{t(`status.${data.status}`)}</span>
        </span>
      )}
      onChange={(agent) => agent !== null && onGive(agent)}
    />
  );
};

/** One after the other; whoever waits no more is said, the others are done. */
const prefer = async (ids: readonly string[], given: number): Promise<ActResults> => {
  const results: ActResults["results"] = [];
  for (const id of ids) {
    try {
      await api.givePriority(id, given);
      results.push({ id, refusal: null });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "not-waiting") throw error;
      results.push({ id, refusal: "notWaiting" });
    }
  }
  return { results };
};
