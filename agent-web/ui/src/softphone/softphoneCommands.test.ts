import { beforeEach, describe, expect, it } from "vitest";
import { workingState } from "../../test/deskDriver";
import { callView, FakeHub } from "../../test/fakeHub";
import { DeskCommands } from "../desk/deskCommands";
import { deskStore } from "../desk/deskStore";
import { orderOf } from "./softphoneCommands";

const CALL = "1".repeat(32);
let hub: FakeHub;
let commands: DeskCommands;

beforeEach(() => {
  hub = new FakeHub();
  hub.start();
  commands = new DeskCommands(hub, deskStore);
  const state = workingState();
  deskStore.setState({ ...state, desk: { ...state.desk, call: callView() } });
});

const sentBy = async (name: string, ...args: unknown[]) => {
  const order = orderOf(commands, CALL, name, args);
  if (typeof order === "string") return order;
  await order;
  const sent = hub.sent.at(-1);
  return [sent?.name, ...(sent?.rest ?? [])];
};

describe("what a page of others wants", () => {
  it("silences the microphone, sends digits and hands the call on", async () => {
    expect(await sentBy("mute", true)).toEqual(["Mute", CALL, true]);
    expect(await sentBy("sendDigits", "42#")).toEqual(["SendDigits", CALL, "42#"]);
    expect(await sentBy("transfer", { kind: "queue", id: "sales" }, "VIP")).toEqual([
      "Transfer",
      CALL,
      { kind: "queue", id: "sales" },
      "VIP",
    ]);
    expect(await sentBy("transfer", { kind: "skill", id: "english", level: 5 })).toEqual([
      "Transfer",
      CALL,
      { kind: "skill", id: "english", level: 5 },
      null,
    ]);
  });

  it("may name a number as a text", async () => {
    expect(await sentBy("transfer", "+998712000000")).toEqual([
      "Transfer",
      CALL,
      { kind: "number", id: "+998712000000" },
      null,
    ]);
  });

  it.each([
    ["mute", "yes"],
    ["sendDigits", "12a"],
    ["sendDigits", "1".repeat(33)],
    ["transfer", ""],
    ["transfer", { kind: "planet", id: "mars" }],
    ["transfer", { kind: "queue" }],
    ["transfer", null],
    ["dial", 998],
    ["selfDestruct"],
  ])("goes no further when it makes no sense: %s %j", async (name, ...args) => {
    expect(await sentBy(name, ...args)).toBe("badInput");
    expect(hub.sent).toEqual([]);
  });

  it("needs a call for what is done to one", () => {
    expect(orderOf(commands, null, "mute", [true])).toBe("noCall");
    expect(orderOf(commands, null, "transfer", ["+998712000000"])).toBe("noCall");
  });
});
