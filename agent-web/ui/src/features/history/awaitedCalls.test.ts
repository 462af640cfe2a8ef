import { describe, expect, it } from "vitest";
import { awaitAlso, isAnyAwaited } from "./awaitedCalls";

const HOUR = 3_600_000;

describe("calls that left the agent's hands", () => {
  const one = awaitAlso([], "one", 0);

  it("are looked for until the history tells of them", () => {
    expect(isAnyAwaited(one, new Set(), HOUR)).toBe(true);
    expect(isAnyAwaited(one, new Set(["one"]), HOUR)).toBe(false);
  });

  it("are not looked for longer than two hours", () => {
    expect(isAnyAwaited(one, new Set(), 2 * HOUR)).toBe(false);
    expect(awaitAlso(one, "two", 3 * HOUR).map((call) => call.interactionId)).toEqual(["two"]);
  });

  it("count anew when they come back and go again", () => {
    expect(awaitAlso(one, "one", HOUR)).toEqual([{ interactionId: "one", until: 3 * HOUR }]);
  });
});
