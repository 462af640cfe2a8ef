import type { FlowGraph, FlowNode } from "../../contracts/flows";
import { forget, keep, readKept } from "../../shared/storage";

/** A drawing as this browser keeps it until the server has it. */
export interface KeptDraft {
  graph: FlowGraph;
  /** What the server had when the drawing began. */
  base: FlowGraph;
  at: string;
}

const keyOf = (employee: string, flowId: string): string => `crmums.flow.${employee}.${flowId}`;

export const keptDraft = (employee: string, flowId: string): KeptDraft | null =>
  readKept<KeptDraft>(keyOf(employee, flowId));

export const keepDraft = (employee: string, flowId: string, draft: KeptDraft): boolean =>
  keep(keyOf(employee, flowId), draft);

export const forgetDraft = (employee: string, flowId: string): void =>
  forget(keyOf(employee, flowId));

const CLIPBOARD = "crmums.flowClipboard";

/** Copied nodes, also for another flow in another tab. */
export const carry = (nodes: readonly FlowNode[]): boolean => keep(CLIPBOARD, nodes);

export const carried = (): FlowNode[] => readKept<FlowNode[]>(CLIPBOARD) ?? [];
