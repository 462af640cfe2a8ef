import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AgentStatus } from "../../contracts/hub";
import { useFloor } from "./floorStore";
import type { GroupBy } from "./model/view";

export interface Names {
  queue: (id: string) => string;
  queues: (ids: readonly string[]) => string;
  groups: (ids: readonly string[]) => string;
  /** Above a group of agents. */
  head: (by: GroupBy, key: string) => string;
}

/** What the rules call queues and groups. */
export const useNames = (): Names => {
  const { t } = useTranslation();
  const queues = useFloor((floor) => floor.queues);
  const groups = useFloor((floor) => floor.setUp.groups);
  return useMemo(() => {
    const queue = (id: string): string => queues.get(id)?.setUp.name ?? id;
    const group = (id: string): string => groups.find((each) => each.id === id)?.name ?? id;
    return {
      queue,
      queues: (ids) => ids.map(queue).join(", "),
      groups: (ids) => ids.map(group).join(", "),
      head: (by, key) => {
        if (key === "") return t("floor.noGroup");
        if (by === "state") return t(`status.${key as AgentStatus}`);
        return by === "queue" ? queue(key) : group(key);
      },
    };
  }, [queues, groups, t]);
};
