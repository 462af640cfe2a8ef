import { describe, expect, it } from "vitest";
import type { HistoryRow, Session } from "../../contracts/rest";
import { mayOpen } from "./mayOpen";

const of = (agentId: string | null, formerAgentIds: string[] = []) =>
  ({ agentId, formerAgentIds }) as unknown as HistoryRow;
const as = (role: Session["role"]) => ({ role, employeeId: "1" }) as Session;

describe("opening a call of the history", () => {
  it("is for the agent who talked in it", () => {
    expect(mayOpen(of("1"), as("agent"))).toBe(true);
    expect(mayOpen(of("2"), as("agent"))).toBe(false);
    expect(mayOpen(of(null), as("agent"))).toBe(false);
  });

  it("is for the agent who had it before it became another's", () => {
    expect(mayOpen(of("2", ["1"]), as("agent"))).toBe(true);
    expect(mayOpen(of("2", ["3"]), as("agent"))).toBe(false);
  });

  it("is for every supervisor", () => {
    expect(mayOpen(of("2"), as("supervisor"))).toBe(true);
  });
});
