import type { FlowGraph } from "../../../contracts/flows";
import type { RuleProblem } from "../../../contracts/rules";

/** What is wrong in a drawing, and where: at a node, and there at a setting or an exit. */
export interface FlowProblem {
  code: string;
  node: string | null;
  setting: string | null;
  exit: string | null;
  args: Readonly<Record<string, unknown>>;
}

export const problem = (
  code: string,
  place: { node?: string; setting?: string; exit?: string } = {},
  args: FlowProblem["args"] = {},
): FlowProblem => ({
  code,
  node: place.node ?? null,
  setting: place.setting ?? null,
  exit: place.exit ?? null,
  args,
});

/** Something to look at that does not keep a flow from being published. */
const WARNINGS: ReadonlySet<string> = new Set([
  "node-unreachable",
  "prompt-language-missing",
  "saying-missing",
  "exit-unknown",
  "setting-unknown",
]);

export const isWarning = ({ code }: FlowProblem): boolean => WARNINGS.has(code);

/** A problem of the server's, its path led back to the node: nodes[2].settings.prompts, say. */
export const placed = (found: RuleProblem, graph: FlowGraph): FlowProblem => {
  const path = found.field.split(/[.[\]]+/).filter((part) => part !== "");
  const at = path.indexOf("nodes");
  const node = nodeNamed(graph, found.args.node) ?? (at < 0 ? null : nodeAt(graph, path[at + 1]));
  const [section, name] = at < 0 ? [] : path.slice(at + 2);
  return problem(
    found.code,
    {
      ...(node === null ? {} : { node }),
      ...(section === "settings" && name !== undefined ? { setting: name } : {}),
      ...(section === "exits" && name !== undefined ? { exit: name } : {}),
    },
    found.args,
  );
};

const nodeNamed = (graph: FlowGraph, id: unknown): string | null =>
  graph.nodes.find((node) => node.id === id)?.id ?? null;

const nodeAt = (graph: FlowGraph, place: string | undefined): string | null =>
  graph.nodes[Number(place)]?.id ?? null;

/** Both lists as one: what page and server both found stands once. */
export const merged = (
  own: readonly FlowProblem[],
  servers: readonly FlowProblem[],
): FlowProblem[] => {
  const key = ({ code, node, setting, exit }: FlowProblem) => [code, node, setting, exit].join("|");
  return [...new Map([...own, ...servers].map((each) => [key(each), each])).values()];
};

export const problemsByNode = (
  problems: readonly FlowProblem[],
): ReadonlyMap<string, readonly FlowProblem[]> => {
  const byNode = new Map<string, FlowProblem[]>();
  for (const each of problems) {
    if (each.node === null) continue;
    byNode.set(each.node, [...(byNode.get(each.node) ?? []), each]);
  }
  return byNode;
};
