import { describe, expect, it } from "vitest";
import { fakeCatalog } from "../../../test/fakeCatalog";
import { welcomeGraph } from "../../../test/fakeCentre";
import { createEditor } from "./editorStore";
import { catalogOf } from "./model/catalog";
import { nodeOf } from "./model/graph";

const catalog = catalogOf(fakeCatalog);
const open = () => {
  const store = createEditor(welcomeGraph(), welcomeGraph(), catalog);
  return { store, state: store.getState, graph: () => store.getState().drawing.present };
};
const queue = fakeCatalog.find(({ type }) => type === "queue") ?? fakeCatalog[0];
if (queue === undefined) throw new Error("The catalog is empty.");

describe("the editor", () => {
  it("adds a node behind an exit in one step", () => {
    const { state, graph } = open();
    state().addBehind(queue, { x: 0, y: 400 }, "queue-2", "full");
    expect(nodeOf(graph(), "queue-2")?.exits).toMatchObject({ full: "queue-3" });
    expect(state().selected).toEqual(["queue-3"]);
    state().undo();
    expect(graph().nodes).toHaveLength(5);
    expect(state().selected).toEqual([]);
  });

  it("knows whether the server has what is drawn, also after undo", () => {
    const { state, graph } = open();
    expect(state().isDirty).toBe(false);
    state().rename("Другое");
    expect(state().isDirty).toBe(true);
    state().undo();
    expect(state().isDirty).toBe(false);
    state().redo();
    state().wasSaved(graph());
    expect(state().isDirty).toBe(false);
  });

  it("leads a way elsewhere, or lets it begin elsewhere, in one step", () => {
    const { state, graph } = open();
    state().moveWay("menu-1", "1", "menu-1", "no-match", "queue-2");
    expect(nodeOf(graph(), "menu-1")?.exits).toEqual({
      "2": "queue-2",
      "no-input": "queue-1",
      "no-match": "queue-2",
    });
    state().undo();
    expect(nodeOf(graph(), "menu-1")?.exits["1"]).toBe("queue-1");
  });

  it("removes nodes and ways together in one step", () => {
    const { state, graph } = open();
    state().remove(["queue-2"], [{ from: "menu-1", exit: "1" }]);
    expect(Object.keys(nodeOf(graph(), "menu-1")?.exits ?? {})).toEqual(["no-input", "no-match"]);
    state().undo();
    expect(graph()).toEqual(welcomeGraph());
  });

  it("copies what is chosen and chooses what was pasted", () => {
    const { state } = open();
    state().select(["menu-1", "queue-1"]);
    state().paste(state().copy());
    expect(state().selected).toEqual(["menu-2", "queue-3"]);
  });
});
