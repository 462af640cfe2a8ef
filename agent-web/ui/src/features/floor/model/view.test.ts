import { describe, expect, it } from "vitest";
import { chosenBy, rowKey } from "./view";

const inSupport = rowKey("support", "aziza");
const inDebt = rowKey("debt", "aziza");
const bobur = rowKey("debt", "bobur");

describe("agents chosen by ticking rows", () => {
  it("are chosen once, in however many groups they stand", () => {
    expect(chosenBy([], [inSupport, inDebt, bobur])).toEqual(["aziza", "bobur"]);
  });

  it("are not chosen any more when one of their rows is unticked", () => {
    expect(chosenBy([inSupport, inDebt, bobur], [inDebt, bobur])).toEqual(["bobur"]);
  });

  it("stay chosen when others come", () => {
    expect(chosenBy([inSupport, inDebt], [inSupport, inDebt, bobur])).toEqual(["aziza", "bobur"]);
  });
});
