import type { FlowGraph, FlowRule } from "../../../contracts/flows";

/** The draft with everything a drawing needs, also where a rule has none yet or an older form of it. */
export const usableGraph = ({ id, name, draft }: FlowRule): FlowGraph => {
  const found: Partial<FlowGraph> = draft ?? {};
  return {
    ...found,
    id,
    name: name || (found.name ?? ""),
    language: found.language ?? "ru",
    start: found.start || null,
    nodes: (found.nodes ?? []).map((node) => ({
      ...node,
      x: node.x ?? 0,
      y: node.y ?? 0,
      settings: node.settings ?? {},
      exits: node.exits ?? {},
    })),
  };
};
