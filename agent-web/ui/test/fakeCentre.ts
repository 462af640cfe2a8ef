import type { FlowGraph, FlowLive, FlowRule } from "../src/contracts/flows";
import type { Prompt } from "../src/contracts/prompts";
import type { RuleChange, RuleKind, RuleProblem } from "../src/contracts/rules";
import { fakeCatalog } from "./fakeCatalog";

export interface Answer {
  status: number;
  body?: unknown;
}

interface Item {
  id: string;
  name?: string;
  target?: unknown;
}

interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  ifMatch: string | null;
}

const prompt = (id: string, name: string): Prompt => ({
  id,
  name,
  builtIn: false,
  languages: {
    ru: { seconds: 3, source: "upload", loudness: -20, text: null, author: null, at: null },
  },
  usedBy: [],
  unused: true,
});

/** A server of administration that lives in memory: rules with versions, flows, prompts. */
export class FakeCentre {
  version = 7;
  readonly kinds: Record<string, Item[]> = {
    queue: [
      { id: "support", name: "Поддержка" },
      { id: "sales", name: "Продажи" },
    ],
    calendar: [{ id: "office", name: "Офис" }],
    number: [{ id: "1000", name: "Главный", target: { kind: "flow", id: "welcome" } }],
    flow: [],
  };
  readonly prompts: Prompt[] = [
    prompt("welcome", "Приветствие"),
    prompt("main-menu", "Главное меню"),
    prompt("closed", "Мы закрыты"),
  ];
  readonly changes: RuleChange[] = [];
  readonly calls: { flow: string; number: string }[] = [];
  readonly asked: string[] = [];
  live: FlowLive = {};
  author = "Азиза Каримова";
  /** What the next check or publish finds wrong. */
  problems: RuleProblem[] = [];
  isAway = false;

  flow(id: string): FlowRule | undefined {
    return this.kinds.flow?.find((item) => item.id === id) as FlowRule | undefined;
  }

  put(kind: string, item: Item | FlowRule): number {
    const items = this.kinds[kind] ?? [];
    const before = items.find((each) => each.id === item.id) ?? null;
    this.kinds[kind] = [...items.filter((each) => each.id !== item.id), item];
    return this.changed(kind, item.id, before, item);
  }

  answer(request: Pick<Request, "method" | "url" | "headers">, text: string): Answer {
    const { pathname, searchParams } = new URL(request.url, "http://fake");
    this.asked.push(`${request.method} ${pathname}`);
    return this.route({
      method: request.method,
      path: pathname,
      query: searchParams,
      body: text === "" ? undefined : JSON.parse(text),
      ifMatch: request.headers.get("If-Match"),
    });
  }

  private route(asked: Asked): Answer {
    const { method, path, query } = asked;
    const [, area, kind = "", id = "", action = ""] = path.slice("/api".length).split("/");
    if (path === "/api/antiforgery") return ok({ token: "t" });
    if (path === "/api/session") return ok(session);
    if (path === "/api/rules") return ok({ version: this.version, kinds: this.kinds });
    if (path === "/api/prompts") return ok(this.prompts);
    if (path === "/api/flows/node-types") return ok(fakeCatalog);
    if (area === "rules" && kind === "changes") return ok(this.page(query));
    if (area === "rules" && action === "check") return ok({ problems: this.problems });
    if (area === "rules" && method === "PUT") return this.take(kind, asked);
    if (area === "rules" && method === "DELETE") return this.remove(kind, id);
    if (area === "flows") return this.flowRequest(kind, id, asked);
    return { status: 404, body: { type: "/problems/status-404" } };
  }

  private take(kind: string, { body, ifMatch }: Asked): Answer {
    if (ifMatch !== null && ifMatch !== `"${this.version}"`) {
      return {
        status: 409,
        body: { type: "/problems/rules-changed", version: this.version },
      };
    }
    return ok({ version: this.put(kind, body as FlowRule) });
  }

  private remove(kind: string, id: string): Answer {
    const used = this.kinds.number?.find((item) => JSON.stringify(item).includes(`"${id}"`));
    if (used !== undefined)
      return refused([{ code: "in-use", field: "", args: { users: used.id } }]);
    const before = this.kinds[kind]?.find((item) => item.id === id) ?? null;
    this.kinds[kind] = (this.kinds[kind] ?? []).filter((item) => item.id !== id);
    return ok({ version: this.changed(kind, id, before, null) });
  }

  private flowRequest(id: string, what: string, { body }: Asked): Answer {
    const rule = this.flow(id);
    if (rule === undefined) return { status: 404, body: {} };
    switch (what) {
      case "live":
        return ok(this.live);
      case "publish": {
        if (this.problems.length > 0) return refused(this.problems);
        const publishedVersion = (rule.publishedVersion ?? 0) + 1;
        return ok({
          version: this.put("flow", { ...rule, published: rule.draft, publishedVersion }),
        });
      }
      case "test-call":
        if (rule.published == null)
          return { status: 409, body: { type: "/problems/flow-not-published" } };
        this.calls.push({ flow: id, number: (body as { number: string }).number });
        return { status: 204 };
      default:
        return { status: 404, body: {} };
    }
  }

  private page(query: URLSearchParams) {
    const id = query.get("id");
    const before = Number(query.get("before") ?? Number.MAX_SAFE_INTEGER);
    const found = this.changes.filter(
      (change) =>
        change.kind === query.get("kind") &&
        (id === null || change.id === id) &&
        change.version < before,
    );
    return { items: found, next: null };
  }

  private changed(kind: string, id: string, before: Item | null, after: Item | null): number {
    this.version++;
    this.changes.unshift({
      version: this.version,
      kind: kind as RuleKind,
      id,
      at: new Date().toISOString(),
      author: "a".repeat(32),
      authorName: this.author,
      note: "",
      before,
      after,
    });
    return this.version;
  }
}

const session = {
  employeeId: "e".repeat(32),
  login: "admin",
  displayName: "Администратор",
  role: "administrator",
  language: "ru",
};

const ok = (body: unknown): Answer => ({ status: 200, body });

const refused = (problems: RuleProblem[]): Answer => ({
  status: 422,
  body: { type: "/problems/rule-refused", problems },
});

const menu = {
  prompts: ["main-menu"],
  options: [
    { digit: "1", label: "Долг" },
    { digit: "2", label: "Тариф" },
  ],
};

/** A greeting and a menu of two queues, all connected. */
export const welcomeGraph = (): FlowGraph => ({
  id: "welcome",
  name: "Приветствие",
  language: "ru",
  start: "play-1",
  nodes: [
    node("play-1", 0, 0, { prompts: ["welcome"] }, { done: "menu-1" }),
    node("menu-1", 300, 0, menu, {
      "1": "queue-1",
      "2": "queue-2",
      "no-input": "queue-1",
      "no-match": "hang-up-1",
    }),
    node("queue-1", 600, 0, { queue: "support" }, {}),
    node("queue-2", 600, 240, { queue: "sales" }, { served: "hang-up-1" }),
    node("hang-up-1", 900, 80, {}, {}),
  ],
});

const node = (
  id: string,
  x: number,
  y: number,
  settings: Record<string, unknown>,
  exits: Record<string, string>,
) => ({ id, type: id.replace(/-\d+$/, ""), x, y, settings, exits });
