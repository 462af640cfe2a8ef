import type { FlowGraph, FlowNode } from "../../../contracts/flows";

export interface ValueChange {
  key: string;
  before: unknown;
  after: unknown;
}

export interface NodeChange {
  id: string;
  type: string;
  settings: ValueChange[];
  exits: ValueChange[];
}

export interface FlowDifference {
  added: FlowNode[];
  removed: FlowNode[];
  changed: NodeChange[];
  /** Nodes that stand elsewhere and are otherwise the same. */
  moved: number;
  /** Changes of the flow itself: name, language, start, fall-back. */
  flow: ValueChange[];
}

const none: FlowDifference = { added: [], removed: [], changed: [], moved: 0, flow: [] };

/** What somebody did between two drawings. */
export const differenceOf = (before: FlowGraph, after: FlowGraph): FlowDifference => {
  if (before === after) return none;
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  const kept = after.nodes.flatMap((node) => {
    const was = old.get(node.id);
    return was === undefined ? [] : [{ was, node }];
  });
  const changed = kept.map(({ was, node }) => changeOf(was, node)).filter((each) => each !== null);
  const ids = new Set(changed.map((change) => change.id));
  return {
    added: after.nodes.filter((node) => !old.has(node.id)),
    removed: before.nodes.filter((node) => !now.has(node.id)),
    changed,
    moved: kept.filter(({ was, node }) => !ids.has(node.id) && isElsewhere(was, node)).length,
    flow: changesOf(facts(before), facts(after)),
  };
};

export const isSame = ({ added, removed, changed, moved, flow }: FlowDifference): boolean =>
  added.length + removed.length + changed.length + moved + flow.length === 0;

export const sameGraph = (one: FlowGraph, other: FlowGraph): boolean =>
  isSame(differenceOf(one, other));

const changeOf = (was: FlowNode, node: FlowNode): NodeChange | null => {
  if (was === node) return null;
  const settings = changesOf(was.settings, node.settings);
  const exits = changesOf(was.exits, node.exits);
  if (was.type !== node.type) settings.push({ key: "type", before: was.type, after: node.type });
  return settings.length + exits.length === 0
    ? null
    : { id: node.id, type: node.type, settings, exits };
};

const facts = ({ name, language, start, fallbackQueue }: FlowGraph) => ({
  name,
  language,
  start,
  fallbackQueue,
});

const isElsewhere = (was: FlowNode, node: FlowNode): boolean =>
  was.x !== node.x || was.y !== node.y;

type Values = Readonly<Record<string, unknown>>;

const changesOf = (before: Values, after: Values): ValueChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !isEqual(before[key], after[key]))
    .map((key) => ({ key, before: before[key], after: after[key] }));

/** Equal as JSON, whatever the order of the fields; absent and null are the same. */
export const isEqual = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
};
