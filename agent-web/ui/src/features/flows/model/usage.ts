import type { FlowRule } from "../../../contracts/flows";
import type { CentreRules } from "../../../contracts/rules";

export interface FlowUse {
  kind: string;
  id: string;
  name: string;
}

interface Item {
  id: string;
  name?: string;
}

/** Who leads callers into a flow: numbers, queues that overflow, other flows. */
export const usesOf = (rules: CentreRules, flowId: string): FlowUse[] =>
  Object.entries(rules.kinds as Readonly<Record<string, readonly Item[]>>).flatMap(
    ([kind, items]) =>
      items
        .filter((item) => !(kind === "flow" && item.id === flowId))
        .filter((item) =>
          kind === "flow"
            ? flowCalls(item as unknown as FlowRule, flowId)
            : pointsAtFlow(item, flowId),
        )
        .map(({ id, name }) => ({ kind, id, name: name || id })),
  );

/** A target `{kind: "flow", id}` anywhere inside an item. */
const pointsAtFlow = (value: unknown, flowId: string): boolean => {
  if (Array.isArray(value)) return value.some((part) => pointsAtFlow(part, flowId));
  if (typeof value !== "object" || value === null) return false;
  const { kind, id } = value as { kind?: unknown; id?: unknown };
  if (kind === "flow" && id === flowId) return true;
  return Object.values(value).some((part) => pointsAtFlow(part, flowId));
};

const flowCalls = ({ draft, published }: FlowRule, flowId: string): boolean =>
  [draft, published].some((graph) =>
    graph?.nodes?.some(
      (node) => node.settings?.flow === flowId || pointsAtFlow(node.settings, flowId),
    ),
  );
