import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { App as AntApp } from "antd";
import { MemoryRouter, Route, Routes } from "react-router-dom";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeCatalog } from "../../../test/fakeCatalog";
import { type FakeCentre, welcomeGraph } from "../../../test/fakeCentre";
import { serveFake } from "../../../test/fakeFetch";
import type { FlowNode } from "../../contracts/flows";
import type { Session } from "../../contracts/rest";
import { CARD_WIDTH } from "./editor/FlowCanvas";
import { FlowsArea } from "./FlowsArea";
import { catalogOf } from "./model/catalog";
import { heightOf } from "./model/layout";

const session = { employeeId: "e".repeat(32), role: "administrator" } as Session;
const catalog = catalogOf(fakeCatalog);
let centre: FakeCentre;
configure({ asyncUtilTimeout: 20_000 }); // Patience with a busy machine.

const show = (path: string): void => {
  render(
    <AntApp>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter initialEntries={[path]}>
          <Routes>
            <Route path="/flows/*" element={<FlowsArea session={session} />} />
          </Routes>
        </MemoryRouter>
      </QueryClientProvider>
    </AntApp>,
  );
};
const draft = () => centre.flow("welcome")?.draft;
const press = (testId: string) => fireEvent.click(screen.getByTestId(testId));
const seen = (testId: string) => screen.findByTestId(testId);
const data = (testId: string, name: string) => screen.getByTestId(testId).dataset[name];
const exit = (id: string, name: string) => data(`flow-exit-${id}-${name}`, "target");
const isOver = (one: FlowNode, other: FlowNode): boolean =>
  Math.abs(one.x - other.x) < CARD_WIDTH &&
  one.y < other.y + heightOf(other, catalog) &&
  other.y < one.y + heightOf(one, catalog);
const rename = (name: string) =>
  fireEvent.change(screen.getByTestId("flow-name"), { target: { value: name } });

beforeEach(() => {
  // What jsdom leaves out of a browser and the canvas asks for.
  vi.stubGlobal(
    "DOMMatrixReadOnly",
    class {
      m22 = 1;
    },
  );
  centre = serveFake();
  centre.put("flow", { id: "welcome", name: "Приветствие", draft: welcomeGraph() });
});

describe("the editor of a flow", () => {
  beforeEach(async () => {
    show("/flows/welcome");
    await seen("flow-node-menu-1");
  });

  it("draws each node with its exits and where they lead", () => {
    expect(data("flow-node-play-1", "start")).toBe("true");
    expect(exit("play-1", "done")).toBe("menu-1");
    expect(exit("menu-1", "2")).toBe("queue-2");
    expect(screen.getByTestId("flow-exit-menu-1-1").parentElement?.textContent).toBe("1 · Долг");
  });

  it("adds a node from the palette, tells what it lacks, and takes it back", async () => {
    press("flow-palette-voicemail");
    await seen("flow-node-voicemail-1");
    expect(data("flow-inspector", "node")).toBe("voicemail-1");
    expect(data("flow-node-voicemail-1", "problems")).toContain("setting-required");
    expect(screen.getByTestId("flow-fault-queue").textContent).toBe("Заполните «Очередь»");
    fireEvent.keyDown(document.body, { code: "KeyZ", ctrlKey: true });
    await waitFor(() => expect(screen.queryByTestId("flow-node-voicemail-1")).toBeNull());
    fireEvent.keyDown(document.body, { code: "KeyY", ctrlKey: true });
    await seen("flow-node-voicemail-1");
  });

  it("saves the draft with Ctrl+S and keeps it in the browser until then", async () => {
    rename("Новое имя");
    expect(data("flow-save", "dirty")).toBe("true");
    expect(JSON.stringify({ ...localStorage })).toContain("Новое имя");
    fireEvent.keyDown(screen.getByTestId("flow-name"), { code: "KeyS", ctrlKey: true });
    await waitFor(() => expect(data("flow-save", "dirty")).toBe("false"));
    expect(draft()?.name).toBe("Новое имя");
    expect(JSON.stringify({ ...localStorage })).not.toContain("Новое имя");
  });

  it("loses nothing when the server is away and the page is opened again", async () => {
    centre.isAway = true;
    rename("Не потерять");
    press("flow-save");
    await screen.findByText(/Сервер недоступен/);
    expect(data("flow-save", "dirty")).toBe("true");
    centre.isAway = false;
    cleanup();
    show("/flows/welcome");
    await seen("flow-kept");
    expect(screen.getByTestId<HTMLInputElement>("flow-name").value).toBe("Не потерять");
    press("flow-kept-drop");
    expect(screen.getByTestId<HTMLInputElement>("flow-name").value).toBe("Приветствие");
  });

  it("forgets where a drawing came from with its first saving", async () => {
    centre.isAway = true;
    rename("Не потерять");
    cleanup();
    centre.isAway = false;
    show("/flows/welcome");
    await seen("flow-kept");
    press("flow-save");
    await waitFor(() => expect(screen.queryByTestId("flow-kept")).toBeNull());
    expect(draft()?.name).toBe("Не потерять");
  });

  it("puts nodes of the palette on no other node", async () => {
    fireEvent.click(screen.getByTestId("flow-node-play-1"));
    for (const type of ["queue", "menu", "voicemail"]) press(`flow-palette-${type}`);
    press("flow-save");
    await waitFor(() => expect(draft()?.nodes).toHaveLength(8));
    const nodes = draft()?.nodes ?? [];
    const overlapping = nodes.flatMap((one, at) =>
      nodes.slice(at + 1).filter((other) => isOver(one, other)),
    );
    expect(overlapping.map((node) => node.id)).toEqual([]);
  });

  it("asks which of two drawings shall stay when somebody else saved meanwhile", async () => {
    const theirs = { ...welcomeGraph(), name: "Чужое" };
    centre.put("flow", { id: "welcome", name: "Чужое", draft: theirs });
    rename("Моё");
    press("flow-save");
    await seen("flow-conflict");
    expect(draft()?.name).toBe("Чужое");
    press("flow-overwrite");
    await waitFor(() => expect(draft()?.name).toBe("Моё"));
  });

  it("publishes what was saved, and says why the server refuses", async () => {
    const args = { node: "menu-1", setting: "prompts", id: "main-menu" };
    centre.problems = [{ code: "prompt-missing", field: "nodes[1].settings.prompts", args }];
    rename("Новое");
    press("flow-publish");
    await waitFor(() => expect(data("flow-node-menu-1", "problems")).toBe("prompt-missing"));
    expect(draft()?.name).toBe("Новое");
    expect(centre.flow("welcome")?.published).toBeUndefined();
    centre.problems = [];
    press("flow-publish");
    await waitFor(() => expect(data("flow-state", "state")).toBe("published"));
    expect(centre.flow("welcome")?.published?.name).toBe("Новое");
  });

  it("lets a queue ask for skills and says what is wrong with them", async () => {
    const args = { node: "queue-2", setting: "skills", id: "french" };
    centre.problems = [{ code: "skill-missing", field: "nodes[3].settings.skills", args }];
    fireEvent.click(screen.getByTestId("flow-node-queue-2"));
    fireEvent.change(await seen("flow-setting-skills"), { target: { value: "french" } });
    expect((await seen("flow-field-skills")).textContent).toContain("Навыки оператора");
    await waitFor(() =>
      expect(screen.getByTestId("flow-fault-skills").textContent).toBe("Навыка french нет"),
    );
    press("flow-save");
    await waitFor(() =>
      expect(draft()?.nodes.find(({ id }) => id === "queue-2")?.settings.skills).toBe("french"),
    );
  });

  it("leads from a problem in the list to its node", async () => {
    const args = { node: "queue-2" };
    centre.problems = [{ code: "queue-missing", field: "nodes[3].settings.queue", args }];
    rename("Проверить");
    press("flow-problems-button");
    const line = await screen.findByTestId("flow-problem-queue-missing");
    fireEvent.click(line);
    expect(data("flow-inspector", "node")).toBe("queue-2");
  });

  it("takes an old version back into the drawing", async () => {
    rename("Вторая");
    press("flow-save");
    await waitFor(() => expect(draft()?.name).toBe("Вторая"));
    press("flow-history");
    const first = centre.changes.at(-1)?.version;
    await seen(`flow-version-${first}`);
    press(`flow-restore-${first}`);
    expect(screen.getByTestId<HTMLInputElement>("flow-name").value).toBe("Приветствие");
    expect(data("flow-save", "dirty")).toBe("true");
  });

  it("tells in the history what changed by the names people know", async () => {
    const queue = { settings: { queue: "support" }, exits: { served: "queue-1" } };
    const nodes = welcomeGraph().nodes.map((node) =>
      node.id === "queue-2" ? { ...node, ...queue } : node,
    );
    const changed = { ...welcomeGraph(), nodes, start: "menu-1", fallbackQueue: "sales" };
    centre.put("flow", { id: "welcome", name: "Приветствие", draft: changed });
    press("flow-history");
    expect((await seen("flow-changed-queue-2")).textContent).toBe(
      "Очередь 2Очередь: Продажи → Поддержкапосле разговора: Завершить 1 → Очередь 1",
    );
    expect(screen.getByTestId("flow-diff").textContent).toContain("Начало: Запись 1 → Меню 1");
    expect(screen.getByTestId("flow-diff").textContent).toContain("Запасная очередь: — → Продажи");
  });

  it("calls a number into the published flow", async () => {
    press("flow-test-call");
    const number = await seen("flow-test-call-number");
    fireEvent.change(number, { target: { value: " 101 " } });
    press("flow-test-call-go");
    await waitFor(() =>
      expect(screen.getByTestId("flow-test-call-failure").textContent).toBe(
        "Сначала опубликуйте сценарий",
      ),
    );
    const go = screen.getByTestId("flow-test-call-go");
    await waitFor(() => expect(go.className).not.toContain("loading"));
    centre.put("flow", {
      id: "welcome",
      name: "Приветствие",
      draft: welcomeGraph(),
      published: welcomeGraph(),
      publishedVersion: 1,
    });
    press("flow-test-call-go");
    await waitFor(() => expect(centre.calls).toEqual([{ flow: "welcome", number: "101" }]));
  });

  it("shows callers at the nodes they are in, while asked to", async () => {
    centre.live = { "menu-1": 3 };
    press("flow-live");
    expect((await seen("flow-callers-menu-1")).textContent).toBe("3");
    press("flow-live");
    expect(screen.queryByTestId("flow-callers-menu-1")).toBeNull();
  });
});

describe("the list of flows", () => {
  it("shows state, last change and use, and opens a flow", async () => {
    show("/flows");
    const row = await seen("flow-row-welcome");
    expect(row.textContent).toContain("Черновик");
    await waitFor(() => expect(row.textContent).toContain("Азиза Каримова"));
    expect(row.textContent).toContain("1000");
    press("flow-open-welcome");
    await seen("flow-node-menu-1");
  });

  it("makes a flow from a pattern and opens it", async () => {
    show("/flows");
    await seen("flow-row-welcome");
    press("flow-new");
    fireEvent.change(await seen("flow-new-name"), { target: { value: "Ночная линия" } });
    press("flow-pattern-closed-voicemail");
    press("flow-create");
    await seen("flow-node-voicemail-1");
    expect(centre.flow("nochnaya-liniya")?.draft).toMatchObject({
      start: "hours-1",
      language: "ru",
    });
  });

  it("copies a flow under a key of its own", async () => {
    show("/flows");
    await seen("flow-row-welcome");
    press("flow-copy-welcome");
    await seen("flow-new-name");
    press("flow-create");
    await seen("flow-node-menu-1");
    expect(centre.flow("privetstvie-kopiya")?.draft.id).toBe("privetstvie-kopiya");
  });

  it("says who needs a flow that cannot be deleted", async () => {
    show("/flows");
    await seen("flow-row-welcome");
    press("flow-remove-welcome");
    fireEvent.click(await seen("flow-remove-yes"));
    await screen.findByText("Используется: 1000");
    expect(centre.flow("welcome")).toBeDefined();
  });
});
