import type { FlowNodeType } from "../src/contracts/flows";

/** A catalog of nodes with one of each kind of setting, as a server might send it. */
export const fakeCatalog: FlowNodeType[] = [
  {
    type: "play",
    exits: ["next"],
    settings: [
      { key: "prompts", kind: "prompts", required: true },
      { key: "interruptible", kind: "boolean", default: true },
    ],
  },
  {
    type: "menu",
    exits: ["per-option", "timeout", "invalid"],
    settings: [
      { key: "prompt", kind: "prompt", required: true },
      { key: "options", kind: "options", required: true },
      { key: "timeoutSeconds", kind: "number", min: 1, max: 60, default: 5 },
      { key: "attempts", kind: "number", min: 1, max: 9, default: 3 },
    ],
  },
  {
    type: "collect-digits",
    exits: ["next", "timeout"],
    settings: [
      { key: "prompt", kind: "prompt", required: true },
      { key: "variable", kind: "variable", required: true },
      { key: "max", kind: "number", min: 1, max: 32, default: 10 },
    ],
  },
  {
    type: "hours",
    exits: ["open", "closed", "holiday"],
    settings: [{ key: "calendar", kind: "calendar", required: true }],
  },
  {
    type: "condition",
    exits: ["yes", "no"],
    settings: [{ key: "expression", kind: "expression", required: true, max: 200 }],
  },
  {
    type: "set-variable",
    exits: ["next"],
    settings: [
      { key: "variable", kind: "variable", required: true },
      { key: "value", kind: "text", max: 200 },
    ],
  },
  {
    type: "http-lookup",
    exits: ["next", "failed"],
    settings: [
      { key: "url", kind: "text", required: true, max: 500 },
      { key: "method", kind: "choice", choices: ["GET", "POST"], default: "GET" },
      { key: "headers", kind: "headers" },
      { key: "body", kind: "longText", max: 4000 },
    ],
  },
  {
    type: "queue",
    exits: ["left", "overflow"],
    settings: [{ key: "queue", kind: "queue", required: true }],
  },
  {
    type: "voicemail",
    exits: ["next"],
    settings: [
      { key: "queue", kind: "queue", required: true },
      { key: "prompt", kind: "prompt" },
      { key: "maxSeconds", kind: "number", min: 5, max: 600, default: 120 },
    ],
  },
  {
    type: "sub-flow",
    exits: ["next"],
    settings: [{ key: "flow", kind: "flow", required: true }],
  },
  { type: "hang-up", exits: [], settings: [{ key: "prompt", kind: "prompt" }] },
];
