import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { api } from "../../connection/api";
import type { HistoryDetail, RoutingDecision, Session, TimelineEntry } from "../../contracts/rest";
import { Timeline } from "./Timeline";

const at = "2026-07-14T09:30:15Z";
const decision = (agent: string, skill: string): RoutingDecision => ({
  strategy: "longest-idle",
  skill,
  candidates: 2,
  idleSeconds: 5,
  runnerUpId: null,
  runnerUpIdleSeconds: null,
  grounds: {
    queue: "debt",
    step: 0,
    rulesVersion: 7,
    priority: 0,
    personal: null,
    ranking: [{ agent, preference: 1, terms: [] }],
    exclusions: [],
    excludedTotal: 0,
  },
});
const happened = (kind: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  at,
  kind,
  agentName: null,
  detail: {},
  decision: null,
  ...more,
});
const second = decision("a2", "debt");

beforeEach(() => {
  vi.spyOn(api, "historyDetail").mockResolvedValue({
    arrivedAt: at,
    agentName: "Бахтиёр Усманов",
    queueId: "debt",
    queueName: "Задолженность",
    note: "",
    scores: [{ kind: "csat", question: "service", score: 4, lowest: 1, highest: 5 }],
    decision: second,
    names: {
      queue: { debt: "Долги" },
      flow: { welcome: "Приветствие" },
      skill: {},
      person: { s1: "Нодира Алиева" },
    },
    timeline: [
      happened("flow-started", { detail: { flow: "welcome" } }),
      happened("interaction-queued", { detail: { queue: "debt" } }),
      happened("interaction-offered", { decision: decision("a1", "debt and russian >= 5") }),
      happened("offer-ended"),
      happened("interaction-offered", { decision: second }),
      happened("talk-supervised", { detail: { by: "s1", mode: "listen" } }),
    ],
  } as unknown as HistoryDetail);
  vi.spyOn(api, "status").mockResolvedValue({
    agents: [
      { id: "a1", name: "Азиза Каримова" },
      { id: "a2", name: "Бахтиёр Усманов" },
    ],
  } as never);
});

const show = async (role: Session["role"]): Promise<string> => {
  const queries = new QueryClient();
  queries.setQueryData(["session"], { role });
  render(
    <QueryClientProvider client={queries}>
      <Timeline interactionId="1" />
    </QueryClientProvider>,
  );
  return (await screen.findByTestId("timeline")).textContent ?? "";
};

it("says to a supervisor of every offer why it went to this agent, of the last one on top", async () => {
  await show("supervisor");

  await screen.findAllByText(/Азиза Каримова/);
  const former = within(screen.getByTestId("former-decision")).getByTestId("decision");
  expect(former.textContent).toContain("Азиза Каримова");
  expect(former.textContent).toContain("debt and russian >= 5");
  const [last] = screen.getAllByTestId("decision");
  expect(last?.textContent).toContain("Бахтиёр Усманов");
});

it("names queues, flows and supervisors to an agent as well, whom rules are not told to", async () => {
  const words = await show("agent");

  for (const name of ["Приветствие", "Долги", "Нодира Алиева"]) expect(words).toContain(name);
});

it("says what the client thinks of it", async () => {
  await show("supervisor");

  expect(screen.getByTestId("given-score").textContent).toContain("4 из 5");
});
