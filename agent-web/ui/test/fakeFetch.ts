import { vi } from "vitest";
import { FakeCentre } from "./fakeCentre";

/** Lets every request of the page end at a server that lives in the test. */
export const serveFake = (centre = new FakeCentre()): FakeCentre => {
  vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => {
    if (centre.isAway) throw new TypeError("Failed to fetch");
    const request = {
      method: init.method ?? "GET",
      url: path,
      headers: new Headers(init.headers),
    };
    const { status, body } = centre.answer(request, String(init.body ?? ""));
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  });
  return centre;
};
