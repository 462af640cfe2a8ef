import { describe, expect, it } from "vitest";
import { fakeCatalog } from "../../../../test/fakeCatalog";
import { welcomeGraph } from "../../../../test/fakeCentre";
import type { FlowGraph } from "../../../contracts/flows";
import { catalogOf } from "./catalog";
import { connect, disconnect, removeNodes } from "./graph";
import { draw, patternNames } from "./patterns";
import { isWarning, merged, placed, problem } from "./problem";
import { noReferences, type References } from "./references";
import { validate } from "./validate";

const catalog = catalogOf(fakeCatalog);
const found = (graph: FlowGraph, references: References = noReferences) =>
  validate(graph, catalog, references).map(({ code, node, setting, exit }) =>
    [code, node, setting ?? exit].filter((part) => part !== null).join(" "),
  );
const set = (graph: FlowGraph, id: string, settings: Record<string, unknown>): FlowGraph => ({
  ...graph,
  nodes: graph.nodes.map((node) =>
    node.id === id ? { ...node, settings: { ...node.settings, ...settings } } : node,
  ),
});
const node = (id: string, exits: Record<string, string>, settings = {}) => ({
  id,
  type: id.replace(/-\d+$/, ""),
  x: 0,
  y: 0,
  settings,
  exits,
});
const graphOf = (...nodes: ReturnType<typeof node>[]): FlowGraph => ({
  ...welcomeGraph(),
  start: nodes[0]?.id ?? null,
  nodes,
});

describe("a flow", () => {
  it("without mistakes has no problems", () => {
    expect(found(welcomeGraph())).toEqual([]);
  });

  it("needs nodes and a start", () => {
    expect(found({ ...welcomeGraph(), nodes: [], start: null })).toEqual(["flow-empty"]);
    expect(found({ ...welcomeGraph(), start: null })).toEqual(["start-missing"]);
    expect(found({ ...welcomeGraph(), start: "gone-1" })).toContain("start-missing");
  });

  it("has no dead ends, unless the node says what happens then", () => {
    expect(found(disconnect(welcomeGraph(), "menu-1", "no-match"))).toContain(
      "exit-open menu-1 no-match",
    );
    expect(found(disconnect(welcomeGraph(), "queue-2", "served"))).not.toContain(
      "exit-open queue-2 served",
    );
  });

  it("leads to nodes that are there, by exits that are there", () => {
    const lost = { ...welcomeGraph(), nodes: welcomeGraph().nodes.slice(0, 4) };
    expect(found(lost)).toContain("exit-to-nowhere menu-1 no-match");
    expect(found(connect(welcomeGraph(), "play-1", "sideways", "queue-1"))).toEqual([
      "exit-unknown play-1 sideways",
    ]);
  });

  it("shows what no caller comes to, as a warning", () => {
    const cut = connect(welcomeGraph(), "menu-1", "2", "queue-1");
    expect(found(cut)).toEqual(["node-unreachable queue-2"]);
    expect(validate(cut, catalog, noReferences).every(isWarning)).toBe(true);
  });

  it("does not turn without a wait", () => {
    const turning = graphOf(
      node("set-variable-1", { done: "condition-1" }, { variable: "n", value: "1" }),
      node("condition-1", { true: "set-variable-1", false: "hang-up-1" }, { expression: "n = 1" }),
      node("hang-up-1", {}),
    );
    expect(found(turning)).toEqual([
      "loop-without-wait set-variable-1",
      "loop-without-wait condition-1",
    ]);
  });

  it("may turn through a menu as long as one way leads out", () => {
    const menu = (last: string) =>
      graphOf(
        node(
          "menu-1",
          { "1": "menu-1", "no-input": "menu-1", "no-match": last },
          { prompts: ["welcome"], options: [{ digit: "1", label: "" }] },
        ),
        node("hang-up-1", {}),
      );
    expect(found(menu("hang-up-1"))).toEqual([]);
    expect(found(menu("menu-1"))).toEqual([
      "node-unreachable hang-up-1",
      "loop-without-end menu-1",
    ]);
  });

  it("names queues and prompts that exist, where the page knows them", () => {
    const named = [{ id: "welcome", name: "" }];
    expect(found(welcomeGraph(), { ...noReferences, prompt: named, queue: [] })).toEqual([
      "prompt-missing menu-1 prompts",
      "queue-missing queue-1 queue",
      "queue-missing queue-2 queue",
    ]);
  });

  it.each([
    [{ timeoutSeconds: 0 }, "setting-too-small menu-1 timeoutSeconds"],
    [{ timeoutSeconds: 61 }, "setting-too-large menu-1 timeoutSeconds"],
    [{ timeoutSeconds: "5" }, "setting-not-a-number menu-1 timeoutSeconds"],
    [{ prompts: [] }, "setting-required menu-1 prompts"],
    [{ prompts: Array(21).fill("a") }, "setting-too-many menu-1 prompts"],
    [{ options: [] }, "setting-required menu-1 options"],
  ])("has settings within their bounds: %j", (settings, expected) => {
    expect(found(set(welcomeGraph(), "menu-1", settings))).toContain(expected);
  });

  it("has one option per key", () => {
    const option = (digit: string) => ({ digit, label: "" });
    const twice = set(welcomeGraph(), "menu-1", { options: [option("1"), option("1")] });
    expect(found(twice)).toContain("option-repeated menu-1 options");
    const bare = set(welcomeGraph(), "menu-1", { options: [option("")] });
    expect(found(bare)).toContain("option-empty menu-1 options");
  });

  it("of an unknown type says so", () => {
    expect(found(graphOf(node("dance-1", {})))).toEqual(["node-type-unknown dance-1"]);
  });
});

describe("a pattern", () => {
  it.each(patternNames)("%s lacks nothing but what is to be chosen", (name) => {
    const graph = draw(name, catalog, "ru");
    const codes = new Set(validate(graph, catalog, noReferences).map(({ code }) => code));
    expect([...codes]).toEqual(name === "empty" ? ["flow-empty"] : ["setting-required"]);
  });
});

describe("a problem of the server's", () => {
  const graph = welcomeGraph();
  const args = (node: string) => ({ node });

  it("is led to its node by the id, else by the place", () => {
    const byId = { code: "x", field: "nodes[0].settings.prompts", args: args("menu-1") };
    expect(placed(byId, graph)).toMatchObject({ node: "menu-1", setting: "prompts", exit: null });
    const byPlace = { code: "x", field: "draft.nodes[2].exits.no-agents", args: {} };
    expect(placed(byPlace, graph)).toMatchObject({ node: "queue-1", exit: "no-agents" });
    expect(placed({ code: "x", field: "name", args: {} }, graph).node).toBeNull();
    expect(placed({ code: "x", field: "nodes[99].type", args: {} }, graph).node).toBeNull();
  });

  it("stands once where the page has found it too", () => {
    const own = problem("exit-open", { node: "menu-1", exit: "1" }, { exit: "1" });
    const servers = problem("exit-open", { node: "menu-1", exit: "1" }, { node: "menu-1" });
    expect(merged([own], [servers, problem("name-invalid")])).toHaveLength(2);
  });

  it("is gone with its node", () => {
    expect(found(removeNodes(graph, new Set(["queue-1"])))).toContain("exit-open menu-1 1");
  });
});
