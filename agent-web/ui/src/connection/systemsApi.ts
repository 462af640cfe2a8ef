import type {
  ApiKey,
  ApiScope,
  DeadLetters,
  NewApiKey,
  WebHook,
  WebHookChange,
} from "../contracts/systems";
import { rest } from "./rest";

const hookPath = (id: string): string => `/api/web-hooks/${encodeURIComponent(id)}`;

/** A receiver may take its time to answer a test. */
const LONG = { withinMs: 30_000 };

interface SavedWebHook {
  item: WebHook;
  /** Only when it is new. */
  secret: string | null;
}

/** Other systems: their keys, and where events are delivered. */
export const systemsApi = {
  keys: (signal?: AbortSignal) =>
    rest.get<{ items: ApiKey[]; scopes: ApiScope[] }>("/api/api-keys", signal),

  addKey: (key: NewApiKey) =>
    rest.change<{ item: ApiKey; key: string }>("POST", "/api/api-keys", key),

  revokeKey: (id: string) => rest.change<void>("DELETE", `/api/api-keys/${encodeURIComponent(id)}`),

  hooks: (signal?: AbortSignal) =>
    rest.get<{ items: WebHook[]; types: string[] }>("/api/web-hooks", signal),

  addHook: (hook: WebHookChange) => rest.change<SavedWebHook>("POST", "/api/web-hooks", hook),

  changeHook: (id: string, hook: WebHookChange) =>
    rest.change<SavedWebHook>("PUT", hookPath(id), hook),

  removeHook: (id: string) => rest.change<void>("DELETE", hookPath(id)),

  testHook: (id: string) =>
    rest.change<{ failure: string | null }>("POST", `${hookPath(id)}/test`, undefined, LONG),

  deadLetters: (id: string, signal?: AbortSignal) =>
    rest.get<DeadLetters>(`${hookPath(id)}/dead-letters`, signal),

  /** Of one subject, or all. */
  redeliver: (id: string, subjectId: string | null) =>
    rest.change<{ count: number }>("POST", `${hookPath(id)}/dead-letters/redeliver`, { subjectId }),

  drop: (id: string, subjectId: string | null) =>
    rest.change<{ count: number }>("POST", `${hookPath(id)}/dead-letters/drop`, { subjectId }),
};
