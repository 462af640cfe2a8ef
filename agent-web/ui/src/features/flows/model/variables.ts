import type { FlowGraph, FlowSettingType } from "../../../contracts/flows";
import type { Catalog } from "./catalog";

/** What every flow knows without setting it. */
const BUILT_IN = [
  "caller.number",
  "caller.dialled",
  "client.name",
  "client.kind",
  "client.vip",
  "client.manager",
  "client.verified",
  "queue.id",
  "queue.waiting",
  "queue.estimatedWait",
  "queue.agents",
  "language",
] as const;

/** All variables a node may use: the built-in ones and those that some node sets. */
export const variablesOf = (graph: FlowGraph, catalog: Catalog): string[] => {
  const set = graph.nodes.flatMap((node) =>
    (catalog.get(node.type)?.settings ?? []).flatMap((setting) =>
      namesIn(setting, node.settings[setting.key]),
    ),
  );
  return [...new Set([...BUILT_IN, ...set])];
};

/** A setting that names one variable, or a look-up's table of variables and where they are found. */
const namesIn = ({ key, kind }: FlowSettingType, value: unknown): string[] => {
  if (kind === "variable" && typeof value === "string" && value !== "") return [value];
  if (key !== "mapping" || typeof value !== "object" || value === null) return [];
  return Object.keys(value).filter((name) => name !== "");
};
