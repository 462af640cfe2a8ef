import type { FlowNode, FlowNodeType } from "../../../contracts/flows";
import { optionsOf, PER_OPTION } from "./catalog";

/** The ways out of a node, in the order they are drawn. */
export const exitsOf = (node: FlowNode, type: FlowNodeType | undefined): string[] => {
  if (type === undefined) return Object.keys(node.exits);
  const digits = optionsOf(node, type).map((option) => option.digit);
  const named = type.exits.flatMap((exit) => (exit === PER_OPTION ? digits : [exit]));
  // What is connected stays visible, also where the catalog does not know it.
  return [...new Set([...named, ...Object.keys(node.exits)])].filter((exit) => exit !== "");
};

/** The exits that the type knows, without those that are connected and unknown to it. */
export const knownExits = (node: FlowNode, type: FlowNodeType): string[] =>
  exitsOf({ ...node, exits: {} }, type);

export const isOptional = (exit: string, type: FlowNodeType): boolean =>
  type.optionalExits?.includes(exit) === true;

/** After a change of options: an option that was renamed keeps its way, one that went loses it. */
export const pruneExits = (before: FlowNode, after: FlowNode, type: FlowNodeType): FlowNode => {
  const old = optionsOf(before, type).map((option) => option.digit);
  const now = optionsOf(after, type).map((option) => option.digit);
  if (old.join() === now.join()) return after;
  const renamed = old.length === now.length ? now : null;
  const exits: Record<string, string> = {};
  for (const [exit, target] of Object.entries(after.exits)) {
    const at = old.indexOf(exit);
    const name = at < 0 || now.includes(exit) ? exit : renamed?.[at];
    if (name !== undefined && name !== "") exits[name] = target;
  }
  return { ...after, exits };
};
