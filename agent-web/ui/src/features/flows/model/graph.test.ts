import { describe, expect, it } from "vitest";
import { fakeCatalog } from "../../../../test/fakeCatalog";
import { welcomeGraph } from "../../../../test/fakeCentre";
import type { FlowGraph, FlowNodeType } from "../../../contracts/flows";
import { catalogOf } from "./catalog";
import { copyNodes, pasteNodes } from "./clipboard";
import { exitsOf } from "./exits";
import {
  addNode,
  changeSetting,
  connect,
  disconnect,
  moveNodes,
  nodeOf,
  removeNodes,
} from "./graph";

const catalog = catalogOf(fakeCatalog);
const typeOf = (type: string): FlowNodeType => {
  const found = catalog.get(type);
  if (found === undefined) throw new Error(type);
  return found;
};
const empty: FlowGraph = { ...welcomeGraph(), start: null, nodes: [] };
const exits = (graph: FlowGraph, id: string) => nodeOf(graph, id)?.exits;

describe("a drawing", () => {
  it("begins with the first node that is added, on the grid and with its defaults", () => {
    const { graph, id } = addNode(empty, typeOf("menu"), { x: 107, y: 12 });
    expect(id).toBe("menu-1");
    expect(graph.start).toBe("menu-1");
    expect(nodeOf(graph, id)).toMatchObject({ x: 100, y: 20, settings: { timeoutSeconds: 5 } });
  });

  it("gives every node of a type a number of its own", () => {
    const one = addNode(welcomeGraph(), typeOf("queue"), { x: 0, y: 0 });
    expect(one.id).toBe("queue-3");
    const gone = removeNodes(one.graph, new Set(["queue-1"]));
    expect(addNode(gone, typeOf("queue"), { x: 0, y: 0 }).id).toBe("queue-1");
  });

  it("leads each exit to one node", () => {
    const led = connect(welcomeGraph(), "play-1", "done", "queue-2");
    expect(exits(led, "play-1")).toEqual({ done: "queue-2" });
    expect(exits(disconnect(led, "play-1", "done"), "play-1")).toEqual({});
  });

  it("forgets the ways to a node that is removed, and the start with it", () => {
    const left = removeNodes(welcomeGraph(), new Set(["play-1", "queue-1"]));
    expect(left.start).toBeNull();
    expect(exits(left, "menu-1")).toEqual({ "2": "queue-2", "no-match": "hang-up-1" });
  });

  it("stays the same object when nothing changes", () => {
    const graph = welcomeGraph();
    expect(connect(graph, "play-1", "done", "menu-1")).toBe(graph);
    expect(disconnect(graph, "play-1", "failed")).toBe(graph);
    expect(moveNodes(graph, new Map([["play-1", { x: 0.2, y: 0 }]]))).toBe(graph);
    expect(removeNodes(graph, new Set(["nobody"]))).toBe(graph);
  });
});

describe("the exits of a menu", () => {
  const menu = typeOf("menu");
  const withOptions = (options: unknown) =>
    changeSetting(welcomeGraph(), menu, "menu-1", "options", options);

  it("are one per option, then those of the type", () => {
    const node = nodeOf(welcomeGraph(), "menu-1");
    expect(node && exitsOf(node, menu)).toEqual(["1", "2", "no-input", "no-match"]);
  });

  it("keep their way when an option gets another key", () => {
    const graph = withOptions([{ digit: "5", label: "Долг" }, { digit: "2" }]);
    expect(exits(graph, "menu-1")).toMatchObject({ "5": "queue-1", "2": "queue-2" });
    expect(exits(graph, "menu-1")).not.toHaveProperty("1");
  });

  it("lose their way with their option", () => {
    const graph = withOptions([{ digit: "2", label: "Тариф" }]);
    expect(exits(graph, "menu-1")).toEqual({
      "2": "queue-2",
      "no-input": "queue-1",
      "no-match": "hang-up-1",
    });
  });

  it("are what is connected where the type is unknown", () => {
    const node = nodeOf(welcomeGraph(), "play-1");
    expect(node && exitsOf(node, undefined)).toEqual(["done"]);
  });
});

describe("copied nodes", () => {
  const carried = copyNodes(welcomeGraph(), new Set(["menu-1", "queue-2"]));

  it("keep the ways among them only, under new ids, on free ground", () => {
    const { graph, ids } = pasteNodes(welcomeGraph(), carried);
    expect(ids).toEqual(["menu-2", "queue-3"]);
    expect(exits(graph, "menu-2")).toEqual({ "2": "queue-3" });
    expect(nodeOf(graph, "menu-2")).toMatchObject({ x: 340, y: 40 });
    const again = pasteNodes(graph, carried);
    expect(nodeOf(again.graph, "menu-3")).toMatchObject({ x: 380, y: 80 });
  });

  it("can be put into an empty flow, which then begins with them", () => {
    const { graph } = pasteNodes(empty, carried);
    expect(graph.start).toBe("menu-1");
    expect(graph.nodes.map((node) => [node.id, node.x])).toEqual([
      ["menu-1", 300],
      ["queue-1", 600],
    ]);
  });
});
