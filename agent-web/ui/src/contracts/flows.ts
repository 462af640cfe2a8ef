import type { Language } from "./shared";

/** One step of a flow. `exits` says which node follows which way out. */
export interface FlowNode {
  id: string;
  type: string;
  x: number;
  y: number;
  settings: Readonly<Record<string, unknown>>;
  exits: Readonly<Record<string, string>>;
}

/** What a caller walks through; the same on the wire, in the editor and in the journal. */
export interface FlowGraph {
  id: string;
  name: string;
  language: Language;
  start: string | null;
  /** Where callers go when the flow cannot lead them on; null: the centre's default queue. */
  fallbackQueue?: string | null;
  nodes: readonly FlowNode[];
}

export interface FlowRule {
  id: string;
  name: string;
  draft: FlowGraph;
  published?: FlowGraph | null;
  /** How often it was published. */
  publishedVersion?: number | null;
}

export interface FlowSettingType {
  key: string;
  kind: string;
  min?: number | null;
  max?: number | null;
  default?: unknown;
  choices?: readonly string[] | null;
  required?: boolean;
}

/** How a node is drawn and filled in; the server is the one who knows the types. */
export interface FlowNodeType {
  type: string;
  exits: readonly string[];
  settings: readonly FlowSettingType[];
  /** Exits that may lead nowhere. */
  optionalExits?: readonly string[];
  /** Whether a caller always spends a moment here: true unless it says false. */
  waits?: boolean;
  /** Whether a caller may leave the flow here for good, whatever its exits. */
  leaves?: boolean;
}

/** One option of a menu: what is pressed and what it means. */
export interface FlowOption {
  digit: string;
  label: string;
}

/** Callers per node, now. */
export type FlowLive = Readonly<Record<string, number>>;
