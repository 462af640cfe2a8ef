import type { FlowGraph } from "../../../contracts/flows";
import type { Catalog } from "./catalog";

/** What every flow knows without setting it. */
const BUILT_IN = [
  "caller.number",
  "caller.dialled",
  "client.name",
  "client.vip",
  "client.kind",
  "queue.estimatedWait",
] as const;

/** All variables a node may use: the built-in ones and those that some node sets. */
export const variablesOf = (graph: FlowGraph, catalog: Catalog): string[] => {
  const set = graph.nodes.flatMap((node) =>
    (catalog.get(node.type)?.settings ?? [])
      .filter((setting) => setting.kind === "variable")
      .map((setting) => node.settings[setting.key])
      .filter((name): name is string => typeof name === "string" && name !== ""),
  );
  return [...new Set([...BUILT_IN, ...set])];
};
