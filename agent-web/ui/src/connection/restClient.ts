import type { ProblemDetails } from "../contracts/rest";

/** What a failed request means. `code` is the tail of the problem's type, or `server-away`. */
export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  /** The whole problem document, for codes that say more. */
  readonly details: ProblemDetails;

  constructor(code: string, status: number, details: ProblemDetails = {}) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.status = status;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
    this.details = details;
  }

  /** The code that stands in the document, also where the status alone says that the server is away. */
  get saidCode(): string {
    return codeOf(this.details) ?? this.code;
  }
}

export const SERVER_AWAY = "server-away";
const ANSWER_WITHIN_MS = 10_000;
const WITHOUT_BODY = [202, 204];
const GATEWAY_FAULTS = [502, 503, 504];

type Method = "GET" | "POST" | "PUT" | "DELETE";

interface ChangeOptions {
  headers?: Record<string, string>;
  /** For what takes the server longer than an answer usually may. */
  withinMs?: number;
}

/** Speaks JSON with our server: anti-forgery token, time limit, problems with codes. */
export class RestClient {
  private token: string | null = null;

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.send<T>("GET", path, undefined, signal);
  }

  /** A `Blob` travels as it is, everything else as JSON. */
  async change<T>(
    method: Exclude<Method, "GET">,
    path: string,
    body?: unknown,
    options: ChangeOptions = {},
  ): Promise<T> {
    try {
      return await this.send<T>(method, path, body, undefined, options);
    } catch (error) {
      if (!(error instanceof Problem) || !error.code.includes("antiforgery")) throw error;
      this.token = null; // It belonged to another session: take a fresh one, once.
      return await this.send<T>(method, path, body, undefined, options);
    }
  }

  /** The token belongs to who is signed in; after signing in or out the next change takes a fresh one. */
  forgetToken(): void {
    this.token = null;
  }

  /** The body of a binary answer. */
  async blob(path: string): Promise<Blob> {
    const response = await this.fetch("GET", path, {}, undefined, undefined, ANSWER_WITHIN_MS);
    return await response.blob();
  }

  /** Sends JSON, and takes a file. */
  async file(path: string, body: unknown): Promise<Blob> {
    const headers = {
      "Content-Type": "application/json",
      "X-XSRF-TOKEN": await this.antiforgeryToken(),
    };
    const response = await this.fetch("POST", path, headers, body, undefined, ANSWER_WITHIN_MS);
    return await response.blob();
  }

  private async send<T>(
    method: Method,
    path: string,
    body?: unknown,
    signal?: AbortSignal,
    options: ChangeOptions = {},
  ) {
    const headers: Record<string, string> = { Accept: "application/json", ...options.headers };
    if (method !== "GET") headers["X-XSRF-TOKEN"] = await this.antiforgeryToken();
    if (body instanceof Blob) headers["Content-Type"] = body.type || "application/octet-stream";
    else if (body !== undefined) headers["Content-Type"] = "application/json";

    const withinMs = options.withinMs ?? ANSWER_WITHIN_MS;
    const response = await this.fetch(method, path, headers, body, signal, withinMs);
    return (WITHOUT_BODY.includes(response.status) ? undefined : await response.json()) as T;
  }

  private async fetch(
    method: Method,
    path: string,
    headers: Record<string, string>,
    body: unknown,
    signal: AbortSignal | undefined,
    withinMs: number,
  ): Promise<Response> {
    const limit = AbortSignal.timeout(withinMs);
    let response: Response;
    try {
      response = await fetch(path, {
        method,
        headers,
        credentials: "same-origin",
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
        ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
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
  const details = await readDetails(response);
  const said = codeOf(details) ?? `status-${response.status}`;
  const code = GATEWAY_FAULTS.includes(response.status) ? SERVER_AWAY : said;
  return new Problem(code, response.status, details);
};

const codeOf = (details: ProblemDetails): string | undefined =>
  details.type?.split("/problems/")[1];

const readDetails = async (response: Response): Promise<ProblemDetails> => {
  try {
    return (await response.json()) as ProblemDetails;
  } catch {
    return {}; // Not a problem document: the status alone has to do.
  }
};
