import type { ProblemDetails } from "../contracts/rest";

/** What a failed request means. `code` is the tail of the problem's type, or `server-away`. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly retryAfterSeconds: number | null;

  constructor(code: string, status: number, retryAfterSeconds: number | null = null) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const SERVER_AWAY = "server-away";
const ANSWER_WITHIN_MS = 10_000;
const GATEWAY_FAULTS = [502, 503, 504];

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Speaks JSON with our server: anti-forgery token, time limit, problems with codes. */
export class RestClient {
  private token: string | null = null;

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.send<T>("GET", path, undefined, signal);
  }

  async change<T>(method: Exclude<Method, "GET">, path: string, body?: unknown): Promise<T> {
    try {
      return await this.send<T>(method, path, body);
    } catch (error) {
      if (!(error instanceof Problem) || !error.code.includes("antiforgery")) throw error;
      this.token = null; // It belonged to another session: take a fresh one, once.
      return await this.send<T>(method, path, body);
    }
  }

  /** The token belongs to who is signed in; after signing in or out the next change takes a fresh one. */
  forgetToken(): void {
    this.token = null;
  }

  /** The body of a binary answer. */
  async blob(path: string): Promise<Blob> {
    const response = await this.fetch("GET", path, {}, undefined, undefined);
    return await response.blob();
  }

  private async send<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal) {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (method !== "GET") headers["X-XSRF-TOKEN"] = await this.antiforgeryToken();
    if (body !== undefined) headers["Content-Type"] = "application/json";

    const response = await this.fetch(method, path, headers, body, signal);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  private async fetch(
    method: Method,
    path: string,
    headers: Record<string, string>,
    body: unknown,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    const limit = AbortSignal.timeout(ANSWER_WITHIN_MS);
    let response: Response;
    try {
      response = await fetch(path, {
        method,
        headers,
        credentials: "same-origin",
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new Problem(SERVER_AWAY, 0);
    }
    if (!response.ok) throw await readProblem(response);
    return response;
  }

  private async antiforgeryToken(): Promise<string> {
    this.token ??= (await this.send<{ token: string }>("GET", "/api/antiforgery")).token;
    return this.token;
  }
}

const readProblem = async (response: Response): Promise<Problem> => {
  if (GATEWAY_FAULTS.includes(response.status)) return new Problem(SERVER_AWAY, response.status);
  const details = await readDetails(response);
  const code = details.type?.split("/problems/")[1] ?? `status-${response.status}`;
  return new Problem(code, response.status, details.retryAfterSeconds ?? null);
};

const readDetails = async (response: Response): Promise<ProblemDetails> => {
  try {
    return (await response.json()) as ProblemDetails;
  } catch {
    return {}; // Not a problem document: the status alone has to do.
  }
};
