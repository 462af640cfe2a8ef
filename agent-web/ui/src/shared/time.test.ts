import { describe, expect, it } from "vitest";
import { backOffMs } from "./backOff";
import { kebab } from "./kebab";
import { phoneForPeople } from "./phone";
import { clock, moment } from "./time";

describe("a time", () => {
  it.each([
    [7, "0:07"],
    [760, "12:40"],
    [3_725, "1:02:05"],
    [-4, "0:00"],
  ])("of %d seconds reads %s", (seconds, text) => {
    expect(clock(seconds)).toBe(text);
  });

  it("names the day unless it is today's", () => {
    const now = new Date(2026, 4, 10, 12, 0);
    expect(moment(new Date(2026, 4, 10, 9, 5).toISOString(), now)).toBe("09:05");
    expect(moment(new Date(2026, 1, 3, 9, 5).toISOString(), now)).toBe("03.02 09:05");
    expect(moment(new Date(2025, 1, 3, 9, 5).toISOString(), now)).toBe("03.02.2025 09:05");
  });
});

describe("a number", () => {
  it("is grouped when it is Uzbek and left alone otherwise", () => {
    expect(phoneForPeople("+998901234567")).toBe("+998 90 123-45-67");
    expect(phoneForPeople("Абонент <1>")).toBe("Абонент <1>");
  });
});

describe("reconnecting", () => {
  it("waits longer each time and never more than five seconds", () => {
    const waits = Array.from({ length: 40 }, (_, attempt) => backOffMs(attempt, () => 1));
    expect(waits.slice(0, 6)).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000]);
    expect(Math.max(...waits)).toBe(5_000);
  });
});

describe("a code of the wire", () => {
  it("is found whichever way it is written", () => {
    expect(kebab("callerHungUp")).toBe("caller-hung-up");
    expect(kebab("caller-hung-up")).toBe("caller-hung-up");
  });
});
