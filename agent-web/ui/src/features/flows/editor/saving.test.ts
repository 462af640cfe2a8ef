import { afterEach, describe, expect, it, vi } from "vitest";
import { welcomeGraph } from "../../../../test/fakeCentre";
import { serveFake } from "../../../../test/fakeFetch";
import { rulesApi } from "../../../connection/rulesApi";
import type { FlowGraph } from "../../../contracts/flows";
import { saveDraft } from "./saving";

afterEach(() => vi.unstubAllGlobals());

const named = (name: string): FlowGraph => ({ ...welcomeGraph(), name });
const rule = (draft: FlowGraph) => ({ id: "welcome", name: draft.name, draft });

const open = async () => {
  const centre = serveFake();
  centre.put("flow", rule(welcomeGraph()));
  return { centre, rules: await rulesApi.all() };
};

describe("saving a draft", () => {
  it("puts it in the place of the old one and leaves alone what is published", async () => {
    const { centre } = await open();
    const published = { ...rule(welcomeGraph()), published: welcomeGraph(), publishedVersion: 3 };
    centre.put("flow", published);
    const saved = await saveDraft(await rulesApi.all(), "welcome", named("Новое"), welcomeGraph());
    expect(saved.kind).toBe("saved");
    expect(centre.flow("welcome")).toMatchObject({
      name: "Новое",
      draft: { name: "Новое" },
      published: { name: "Приветствие" },
      publishedVersion: 3,
    });
  });

  it("goes on when somebody changed other rules meanwhile", async () => {
    const { centre, rules } = await open();
    centre.put("queue", { id: "sales", name: "Отдел продаж" });
    const saved = await saveDraft(rules, "welcome", named("Новое"), welcomeGraph());
    expect(saved.kind).toBe("saved");
    expect(centre.flow("welcome")?.name).toBe("Новое");
  });

  it("stops when somebody changed this flow meanwhile, and nothing is written over", async () => {
    const { centre, rules } = await open();
    centre.put("flow", rule(named("Чужое")));
    const saved = await saveDraft(rules, "welcome", named("Новое"), welcomeGraph());
    expect(saved).toMatchObject({ kind: "conflict", theirs: { name: "Чужое" } });
    expect(centre.flow("welcome")?.name).toBe("Чужое");
  });

  it("notices another's change also when the page has read it already", async () => {
    const { centre } = await open();
    centre.put("flow", rule(named("Чужое")));
    const saved = await saveDraft(await rulesApi.all(), "welcome", named("Новое"), welcomeGraph());
    expect(saved.kind).toBe("conflict");
  });

  it("brings a flow back that somebody deleted meanwhile", async () => {
    const { centre, rules } = await open();
    centre.kinds.flow = [];
    centre.version++;
    const saved = await saveDraft(rules, "welcome", named("Новое"), welcomeGraph());
    expect(saved.kind).toBe("saved");
    expect(centre.flow("welcome")?.draft.nodes).toHaveLength(5);
  });

  it("says what the server said when it did not take it", async () => {
    const { centre, rules } = await open();
    centre.isAway = true;
    const saved = await saveDraft(rules, "welcome", named("Новое"), welcomeGraph());
    expect(saved).toMatchObject({ kind: "failed", problem: { code: "server-away" } });
  });
});
