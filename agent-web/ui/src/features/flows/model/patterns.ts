import type { FlowGraph, FlowNode } from "../../../contracts/flows";
import type { Language } from "../../../contracts/shared";
import { type Catalog, defaultsOf } from "./catalog";
import { exitsOf, isOptional } from "./exits";
import { layOut } from "./layout";

export const patternNames = ["greeting-queue", "menu", "closed-voicemail", "empty"] as const;
export type PatternName = (typeof patternNames)[number];

interface Sketch {
  id: string;
  settings?: Record<string, unknown>;
  /** Where the exits lead; `*` is every exit that is not named and has to lead somewhere. */
  exits?: Record<string, string>;
}

const twoOptions = [
  { digit: "1", label: "" },
  { digit: "2", label: "" },
];

const sketches: Record<PatternName, readonly Sketch[]> = {
  empty: [],
  "greeting-queue": [{ id: "play-1", exits: { "*": "queue-1" } }, { id: "queue-1" }],
  menu: [
    {
      id: "menu-1",
      settings: { options: twoOptions },
      exits: { "1": "queue-1", "2": "queue-2", "*": "queue-1" },
    },
    { id: "queue-1" },
    { id: "queue-2" },
  ],
  "closed-voicemail": [
    { id: "hours-1", exits: { open: "play-1", closed: "play-2" } },
    { id: "play-1", exits: { "*": "queue-1" } },
    { id: "queue-1", exits: { closed: "play-2", "no-agents": "voicemail-1" } },
    { id: "play-2", exits: { "*": "voicemail-1" } },
    { id: "voicemail-1", exits: { "*": "hang-up-1" } },
    { id: "hang-up-1" },
  ],
};

/** Draws a pattern: every exit that has to lead somewhere does; prompts and queues are left to choose. */
export const draw = (name: PatternName, catalog: Catalog, language: Language): FlowGraph => {
  const nodes = sketches[name].map((sketch) => nodeOfSketch(sketch, catalog));
  const graph = { id: "", name: "", language, start: nodes[0]?.id ?? null, nodes };
  return layOut(graph, catalog);
};

const nodeOfSketch = ({ id, settings, exits = {} }: Sketch, catalog: Catalog): FlowNode => {
  const kind = id.replace(/-\d+$/, "");
  const type = catalog.get(kind);
  const defaults = type === undefined ? {} : defaultsOf(type);
  const node = { id, type: kind, x: 0, y: 0, settings: { ...defaults, ...settings }, exits: {} };
  const ways = exitsOf(node, type).flatMap((exit) => {
    const isFree = type !== undefined && isOptional(exit, type);
    const to = exits[exit] ?? (isFree ? undefined : exits["*"]);
    return to === undefined ? [] : [[exit, to] as const];
  });
  return { ...node, exits: Object.fromEntries(ways) };
};
