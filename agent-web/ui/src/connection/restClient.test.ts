import { afterEach, describe, expect, it, vi } from "vitest";
import { Problem, RestClient, SERVER_AWAY } from "./restClient";

const answer = (status: number, body: unknown): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), { status });
const asked = (): string[] =>
  vi.mocked(fetch).mock.calls.map(([path, init]) => `${init?.method} ${String(path)}`);
const serve = (...answers: (Response | Error)[]): void => {
  vi.stubGlobal(
    "fetch",
    vi.fn(() => {
      const next = answers.shift();
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    }),
  );
};
const codeOf = async (request: Promise<unknown>): Promise<string> => {
  const error = await request.catch((caught: unknown) => caught);
  return error instanceof Problem ? error.code : "no problem";
};

afterEach(() => vi.unstubAllGlobals());

describe("a request", () => {
  it("carries the anti-forgery token when it changes something", async () => {
    serve(answer(200, { token: "abc" }), answer(204, undefined));
    await new RestClient().change("PUT", "/api/session/language", { language: "uz" });
    const headers = vi.mocked(fetch).mock.calls[1]?.[1]?.headers;
    expect(headers).toMatchObject({ "X-XSRF-TOKEN": "abc" });
  });

  it("is done when the server has accepted it without a word", async () => {
    serve(answer(200, { token: "abc" }), answer(202, undefined));
    const done = new RestClient().change("POST", "/api/flows/welcome/test-call", { number: "101" });
    expect(await done).toBeUndefined();
  });

  it("takes a fresh token, once, when the old one is refused", async () => {
    const refused = { type: "/problems/antiforgery" };
    serve(
      answer(200, { token: "old" }),
      answer(400, refused),
      answer(200, { token: "new" }),
      answer(400, refused),
    );
    expect(await codeOf(new RestClient().change("POST", "/api/desk/phone"))).toBe("antiforgery");
    expect(asked()).toHaveLength(4);
  });

  it("says which problem the server has", async () => {
    serve(answer(423, { type: "/problems/locked", retryAfterSeconds: 42 }));
    const error = await new RestClient().get("/api/session").catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "locked", status: 423, retryAfterSeconds: 42 });
  });

  it("says that the server is away, however that shows", async () => {
    serve(new TypeError("Failed to fetch"));
    expect(await codeOf(new RestClient().get("/api/session"))).toBe(SERVER_AWAY);
    serve(answer(502, undefined));
    expect(await codeOf(new RestClient().get("/api/session"))).toBe(SERVER_AWAY);
  });

  it("does not stumble over an answer that is no problem document", async () => {
    serve(new Response("<html>", { status: 500 }));
    expect(await codeOf(new RestClient().get("/api/session"))).toBe("status-500");
  });
});
