import type {
  ActResults,
  AgentFigures,
  ExportTable,
  FigureDefinition,
  OpenNotice,
  SentNotice,
} from "../contracts/floor";
import { rest } from "./rest";

/** What a supervisor asks and does on the floor, and what an agent hears of it. */
export const floorApi = {
  definitions: async (): Promise<FigureDefinition[]> =>
    (await rest.get<{ figures: FigureDefinition[] }>("/api/figures/definitions")).figures,

  ownFigures: () => rest.get<AgentFigures>("/api/figures/own"),

  preference: async <T>(name: string): Promise<T | null> =>
    (await rest.get<{ content: T | null }>(`/api/preferences/${name}`)).content,

  keepPreference: (name: string, content: unknown) =>
    rest.change<void>("PUT", `/api/preferences/${name}`, { content }),

  changeState: (agents: string[], act: "ready" | "notReady" | "signOut", reason: string | null) =>
    rest.change<ActResults>("POST", "/api/floor/agents/state", { agents, act, reason }),

  changeWork: (
    agents: string[],
    skills: Record<string, number> | null,
    queues: Record<string, number> | null,
  ) =>
    rest.change<{ version: number }>("POST", "/api/floor/agents/work", { agents, skills, queues }),

  /** To another queue, or out of any. */
  moveCallers: (callers: string[], queue: string | null) =>
    rest.change<ActResults>("POST", "/api/floor/callers/move", { callers, queue }),

  /** The agent is offered them next. */
  assignCallers: (callers: string[], agent: string) =>
    rest.change<ActResults>("POST", "/api/floor/callers/assign", { callers, agent }),

  sendNotice: (agents: string[], text: string) =>
    rest.change<void>("POST", "/api/floor/notices", { agents, text }),

  sentNotices: (signal?: AbortSignal) => rest.get<SentNotice[]>("/api/floor/notices", signal),

  openNotices: () => rest.get<OpenNotice[]>("/api/notices"),

  confirmNotice: (id: string) => rest.change<void>("POST", `/api/notices/${id}/confirm`),

  workbook: (table: ExportTable) => rest.file("/api/floor/export", table),
};
