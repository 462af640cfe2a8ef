import { describe, expect, it } from "vitest";
import { fakeCatalog } from "../../../../test/fakeCatalog";
import { welcomeGraph } from "../../../../test/fakeCentre";
import type { FlowGraph } from "../../../contracts/flows";
import type { CentreRules } from "../../../contracts/rules";
import { catalogOf } from "./catalog";
import { differenceOf, isSame, sameGraph } from "./diff";
import { connect, moveNodes, nodeOf, removeNodes } from "./graph";
import { heightOf, layOut } from "./layout";
import { draw } from "./patterns";
import { stateOf } from "./state";
import { summaryOf } from "./summary";
import { commit, redo, undo, undoable } from "./undo";
import { usesOf } from "./usage";
import { variablesOf } from "./variables";

const catalog = catalogOf(fakeCatalog);

describe("undo", () => {
  it("goes back and forth step by step, and a new step ends the way forth", () => {
    let steps = commit(commit(undoable("a"), "b"), "c");
    expect(undo(undo(undo(steps))).present).toBe("a");
    expect(redo(undo(steps)).present).toBe("c");
    steps = commit(undo(steps), "d");
    expect(redo(steps).present).toBe("d");
    expect(undo(steps).present).toBe("b");
  });

  it("takes a word that is typed as one step", () => {
    const typed = ["н", "но", "ном"].reduce(
      (steps, text) => commit(steps, text, "set name"),
      undoable(""),
    );
    expect(undo(typed).present).toBe("");
    const other = commit(typed, "x", "set other");
    expect(undo(other).present).toBe("ном");
  });

  it("does not count what changed nothing", () => {
    expect(commit(undoable("a"), "a").past).toEqual([]);
  });
});

describe("the layout", () => {
  const places = (graph: FlowGraph) =>
    Object.fromEntries(layOut(graph, catalog).nodes.map((node) => [node.id, node]));

  it("puts every node right of all that lead to it", () => {
    const laid = places(welcomeGraph());
    for (const node of welcomeGraph().nodes) {
      for (const to of Object.values(node.exits)) {
        expect(laid[to]?.x).toBeGreaterThan(laid[node.id]?.x ?? 0);
      }
    }
  });

  it("orders a column by the exits that lead there, and lets nothing overlap", () => {
    const laid = places(connect(welcomeGraph(), "menu-1", "1", "queue-2"));
    const swapped = places(
      connect(connect(welcomeGraph(), "menu-1", "1", "queue-2"), "menu-1", "2", "queue-1"),
    );
    expect(laid["queue-1"]?.x).toBe(laid["queue-2"]?.x);
    expect(swapped["queue-2"]?.y).toBeLessThan(swapped["queue-1"]?.y ?? 0);
    const [upper] = [swapped["queue-2"]];
    expect((upper?.y ?? 0) + (upper ? heightOf(upper, catalog) : 0)).toBeLessThanOrEqual(
      swapped["queue-1"]?.y ?? 0,
    );
  });

  it("puts the first option's way first, wherever the menu leads those who press nothing", () => {
    const laid = layOut(draw("menu", catalog, "ru"), catalog);
    const heightAt = (id: string) => laid.nodes.find((node) => node.id === id)?.y ?? 0;
    expect(heightAt("queue-1")).toBeLessThan(heightAt("queue-2"));
  });

  it("is not led astray by ways back and by nodes nobody leads to", () => {
    const circle = connect(welcomeGraph(), "queue-2", "served", "play-1");
    expect(places(circle)["play-1"]?.x).toBe(0);
    const alone = removeNodes(welcomeGraph(), new Set(["menu-1"]));
    expect(layOut(alone, catalog).nodes).toHaveLength(4);
  });
});

describe("the difference of two drawings", () => {
  const before = welcomeGraph();

  it("is nothing between equal ones, whatever the order of their fields", () => {
    const reordered = {
      ...before,
      nodes: before.nodes.map((node) => ({
        ...node,
        settings: Object.fromEntries(Object.entries(node.settings).reverse()),
      })),
    };
    expect(sameGraph(before, reordered)).toBe(true);
    expect(isSame(differenceOf(before, { ...before, fallbackQueue: null }))).toBe(true);
  });

  it("names what came, went, changed and moved", () => {
    const gone = removeNodes(before, new Set(["queue-2"]));
    const moved = moveNodes(gone, new Map([["hang-up-1", { x: 0, y: 0 }]]));
    const led = connect(moved, "menu-1", "no-match", "queue-1");
    const after = {
      ...led,
      name: "Новое",
      nodes: [...led.nodes, { ...firstOf(led), id: "play-2" }],
    };
    const { added, removed, changed, moved: count, flow } = differenceOf(before, after);
    expect(added.map(({ id }) => id)).toEqual(["play-2"]);
    expect(removed.map(({ id }) => id)).toEqual(["queue-2"]);
    expect(changed).toMatchObject([
      {
        id: "menu-1",
        settings: [],
        exits: [
          { key: "2", before: "queue-2" },
          { key: "no-match", before: "hang-up-1", after: "queue-1" },
        ],
      },
    ]);
    expect(count).toBe(1);
    expect(flow).toEqual([{ key: "name", before: before.name, after: "Новое" }]);
  });
});

const firstOf = (graph: FlowGraph) => {
  const [first] = graph.nodes;
  if (first === undefined) throw new Error("empty");
  return first;
};

describe("a flow in the list", () => {
  const rule = { id: "welcome", name: "Приветствие", draft: welcomeGraph() };

  it("is a draft, published, or changed since", () => {
    expect(stateOf(rule)).toBe("draft");
    expect(stateOf({ ...rule, published: welcomeGraph() })).toBe("published");
    const changed = connect(welcomeGraph(), "menu-1", "1", "queue-2");
    expect(stateOf({ ...rule, draft: changed, published: welcomeGraph() })).toBe("changed");
    const moved = moveNodes(welcomeGraph(), new Map([["play-1", { x: 500, y: 0 }]]));
    expect(stateOf({ ...rule, draft: moved, published: welcomeGraph() })).toBe("published");
  });

  it("shows which numbers, queues and flows lead to it", () => {
    const sub = { ...firstOf(welcomeGraph()), type: "sub-flow", settings: { flow: "welcome" } };
    const rules = {
      version: 1,
      kinds: {
        number: [
          { id: "1000", name: "", target: { kind: "flow", id: "welcome" } },
          { id: "1001", name: "", target: { kind: "queue", id: "welcome" } },
        ],
        queue: [
          { id: "debt", name: "Долги", overflow: [{ target: { kind: "flow", id: "welcome" } }] },
        ],
        flow: [
          { ...rule },
          { id: "other", name: "Другой", draft: { ...welcomeGraph(), nodes: [sub] } },
          { id: "new", name: "Новый", draft: null },
        ],
      },
    };
    expect(
      usesOf(rules as unknown as CentreRules, "welcome").map(({ kind, id }) => `${kind} ${id}`),
    ).toEqual(["number 1000", "queue debt", "flow other"]);
  });
});

describe("a node on the canvas", () => {
  it("tells what was chosen and leaves out what is as usual", () => {
    const references = {
      queue: [{ id: "support", name: "Поддержка" }],
      flow: null,
      calendar: null,
      prompt: null,
    };
    const node = nodeOf(welcomeGraph(), "queue-1");
    if (node === undefined) throw new Error("queue-1");
    const settings = { ...node.settings, priority: 10, waitMaxSeconds: 0 };
    const lines = summaryOf({ ...node, settings }, catalog.get("queue"), references);
    expect(lines.map(({ key, text }) => `${key}: ${text}`)).toEqual([
      "queue: Поддержка",
      "priority: 10",
    ]);
  });

  it("may use the variables that others set", () => {
    const lookUp = {
      ...firstOf(welcomeGraph()),
      type: "http-lookup",
      settings: { mapping: { debt: "data.debt" } },
    };
    const asked = { ...lookUp, type: "collect-digits", settings: { variable: "contract" } };
    const names = variablesOf({ ...welcomeGraph(), nodes: [lookUp, asked] }, catalog);
    expect(names).toEqual(expect.arrayContaining(["caller.number", "debt", "contract"]));
  });
});
