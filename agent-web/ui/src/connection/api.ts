import type { SupervisionMode } from "../contracts/hub";
import type {
  AgentDay,
  CentreStatus,
  ClientCard,
  DeskOptions,
  Directory,
  HistoryDetail,
  HistoryPage,
  PhoneCredentials,
  RecordingLane,
  Session,
  WaitingCaller,
} from "../contracts/rest";
import type { Language } from "../contracts/shared";
import { rest } from "./rest";
import { Problem } from "./restClient";

/** Every request of the page, by name. */
/** Sound of a talk that goes on, as far as it was recorded; the turn makes a browser ask anew. */
export const lastWordsUrl = (interactionId: string, turn: number): string =>
  `/api/supervision/${interactionId}/last-words?turn=${turn}`;

export const api = {
  async session(): Promise<Session | null> {
    try {
      return await rest.get<Session>("/api/session");
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return null;
      throw error;
    }
  },

  async signIn(login: string, password: string): Promise<Session> {
    const session = await rest.change<Session>("POST", "/api/session", { login, password });
    rest.forgetToken();
    return session;
  },

  async signOut(): Promise<void> {
    await rest.change<void>("DELETE", "/api/session");
    rest.forgetToken();
  },

  changeLanguage: (language: Language) =>
    rest.change<void>("PUT", "/api/session/language", { language }),

  agentDay: (agentId: string, date: string | null, signal?: AbortSignal) =>
    rest.get<AgentDay>(`/api/agents/${agentId}/day${date === null ? "" : `?date=${date}`}`, signal),

  supervise: (interactionId: string, mode: SupervisionMode) =>
    rest.change<void>("PUT", "/api/supervision", { interactionId, mode }),

  takeOver: (interactionId: string) =>
    rest.change<void>("POST", "/api/supervision/take-over", { interactionId }),

  stopSupervising: () => rest.change<void>("DELETE", "/api/supervision"),

  deskOptions: () => rest.get<DeskOptions>("/api/desk/options"),

  phoneCredentials: () => rest.change<PhoneCredentials>("POST", "/api/desk/phone"),

  history(before: string | null, limit: number, signal?: AbortSignal): Promise<HistoryPage> {
    const cursor = before === null ? "" : `&before=${encodeURIComponent(before)}`;
    return rest.get<HistoryPage>(`/api/history?limit=${limit}${cursor}`, signal);
  },

  historyDetail: (interactionId: string, signal?: AbortSignal) =>
    rest.get<HistoryDetail>(`/api/history/${encodeURIComponent(interactionId)}`, signal),

  client: (clientId: string, signal?: AbortSignal) =>
    rest.get<ClientCard>(`/api/clients/${encodeURIComponent(clientId)}`, signal),

  recordingAudio: (recordingId: string) =>
    rest.blob(`/api/recordings/${encodeURIComponent(recordingId)}/audio`),

  recordingLanes: (recordingId: string, signal?: AbortSignal) =>
    rest.get<{ lanes: RecordingLane[] }>(
      `/api/recordings/${encodeURIComponent(recordingId)}/lanes`,
      signal,
    ),

  directory: (signal?: AbortSignal) => rest.get<Directory>("/api/directory", signal),

  waiting: (signal?: AbortSignal) => rest.get<WaitingCaller[]>("/api/waiting", signal),

  /** -100 to 100, in place of what was given before. */
  givePriority: (interactionId: string, points: number) =>
    rest.change<void>("PUT", `/api/waiting/${encodeURIComponent(interactionId)}/priority`, {
      points,
    }),

  status: (signal?: AbortSignal) => rest.get<CentreStatus>("/api/status", signal),
};
