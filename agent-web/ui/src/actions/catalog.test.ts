import { describe, expect, it } from "vitest";
import { workingState } from "../../test/deskDriver";
import { agentView, callView, party } from "../../test/fakeHub";
import type { AgentView, CallParty, CallView } from "../contracts/hub";
import type { DeskState } from "../desk/deskStore";
import { actionCatalog } from "./catalog";

const catalog = actionCatalog(["break", "lunch"]);

const state = (
  agent: Partial<AgentView>,
  call: Partial<CallView> | null,
  part: Partial<DeskState> = {},
): DeskState => {
  const working = workingState(part);
  const desk = {
    ...working.desk,
    agent: agentView({ reason: null, ...agent }),
    call: call === null ? null : callView(call),
  };
  return { ...working, desk };
};
const available = (at: DeskState): string[] =>
  catalog.filter((action) => action.availability(at).kind === "available").map(({ name }) => name);
const why = (name: string, at: DeskState) =>
  catalog.find((action) => action.name === name)?.availability(at);

const panels = ["chat.open", "audio.set-up"];
const outwards = ["call.dial", "call.colleague"];
const onwards = ["call.transfer", "call.consult", "call.add-party"];
const reasons = ["agent.choose-reason", "agent.not-ready.break", "agent.not-ready.lunch"];

const failedDial = {
  interactionId: "2".repeat(32),
  kind: "outbound",
  target: { kind: "number", id: "+998711234567" },
  failure: "busy",
  at: "2026-01-01T00:00:00Z",
} as const;
const supervision = {
  interactionId: "1".repeat(32),
  agentId: "d".repeat(32),
  mode: "listen",
  call: callView(),
} as const;
const client = party({ id: "client", kind: "client", agentId: null });
const self = party({ id: "a", isOwner: true });
const asked = (stateOf: CallParty["state"]) =>
  party({ id: "b", state: stateOf, purpose: "consultation" });

describe("an agent", () => {
  it.each<[string, DeskState, string[]]>([
    [
      "who is not ready may become ready",
      state({ status: "notReady", reason: "break" }, null),
      [...outwards, "agent.ready", "agent.choose-reason", "agent.not-ready.lunch"],
    ],
    ["who is ready may leave", state({ status: "ready" }, null), [...outwards, ...reasons]],
    [
      "who called in vain may call again",
      state({ status: "ready", failedDial }, null),
      [...outwards, "call.again", ...reasons],
    ],
    [
      "with an offer may answer",
      state({ status: "reserved" }, { stage: "offered" }),
      ["call.answer", ...reasons],
    ],
    [
      "in a talk may do everything but answer",
      state({ status: "talking" }, {}),
      [
        "call.hold",
        "call.mute",
        "call.open-pad",
        ...onwards,
        "call.hang-up",
        "call.ask-for-help",
        ...reasons,
      ],
    ],
    [
      "who holds may resume",
      state({ status: "held" }, { stage: "held" }),
      [
        "call.resume",
        "call.mute",
        "call.open-pad",
        "call.transfer",
        "call.consult",
        "call.hang-up",
        "call.ask-for-help",
        ...reasons,
      ],
    ],
    [
      "who is muted may speak again",
      state({ status: "talking" }, { isMuted: true }),
      [
        "call.hold",
        "call.unmute",
        "call.open-pad",
        ...onwards,
        "call.hang-up",
        "call.ask-for-help",
        ...reasons,
      ],
    ],
    [
      "who transfers may call it off",
      state({ status: "talking" }, { stage: "transferring", parties: [client, self] }),
      ["call.cancel-transfer", "call.ask-for-help", ...reasons],
    ],
    [
      "who asks a colleague that has not answered may call it off",
      state(
        { status: "talking" },
        { stage: "consulting", parties: [client, self, asked("ringing")] },
      ),
      ["call.mute", "call.open-pad", "call.cancel-consult", "call.ask-for-help", ...reasons],
    ],
    [
      "who asks a colleague may change sides, join them, hand over, come back",
      state(
        { status: "talking" },
        { stage: "consulting", parties: [client, self, asked("talking")] },
      ),
      [
        "call.mute",
        "call.open-pad",
        "call.swap",
        "call.merge",
        "call.complete",
        "call.cancel-consult",
        "call.ask-for-help",
        ...reasons,
      ],
    ],
    [
      "who leads a conference may leave it or end it",
      state(
        { status: "talking" },
        { stage: "conference", parties: [client, self, asked("talking")] },
      ),
      [
        "call.mute",
        "call.open-pad",
        "call.add-party",
        "call.leave",
        "call.hang-up",
        "call.ask-for-help",
        ...reasons,
      ],
    ],
    [
      "whose conference still rings cannot leave it",
      state(
        { status: "talking" },
        { stage: "conference", parties: [client, self, asked("ringing")] },
      ),
      [
        "call.mute",
        "call.open-pad",
        "call.add-party",
        "call.hang-up",
        "call.ask-for-help",
        ...reasons,
      ],
    ],
    [
      "who was brought in may mute himself and leave",
      state({ status: "talking" }, { stage: "conference", isOwner: false }),
      ["call.mute", "call.hang-up", ...reasons],
    ],
    [
      "who talks with a colleague may bring in others",
      state({ status: "talking" }, { kind: "internal" }),
      ["call.mute", "call.add-party", "call.hang-up", "call.ask-for-help", ...reasons],
    ],
    [
      "who calls somebody may give up",
      state({ status: "talking" }, { kind: "outbound", stage: "dialling" }),
      ["call.hang-up", ...reasons],
    ],
    [
      "who supervises may be heard, take over, leave",
      state({ status: "ready", supervision }, null),
      [
        "supervision.whisper",
        "supervision.barge",
        "supervision.take-over",
        "supervision.leave",
        ...outwards,
        ...reasons,
      ],
    ],
    [
      "who is asked whether he takes over says yes",
      state({ status: "ready", supervision: { ...supervision, mode: "barge" } }, null, {
        takeOverAsked: supervision.interactionId,
      }),
      [
        "supervision.listen",
        "supervision.whisper",
        "supervision.confirm-take-over",
        "supervision.leave",
        ...outwards,
        ...reasons,
      ],
    ],
    [
      "in wrap-up ends it by saving and may plan a break",
      state({ status: "wrapUp" }, { stage: "wrapping-up" }),
      reasons,
    ],
  ])("%s", (_, at, names) => {
    expect(available(at)).toEqual([...names, ...panels]);
  });

  it("can only mute and close the pad while the server is away", () => {
    const away = { kind: "away", since: 0, attempts: 1 } as const;
    const talking = state({ status: "talking" }, {}, { link: away, isPadOpen: true });
    expect(available(talking)).toEqual(["call.mute", "call.close-pad", ...panels]);
    expect(why("call.hang-up", talking)).toEqual({ kind: "blocked", why: "blocked.serverAway" });
  });

  it("takes one step at a time in a talk that he supervises", () => {
    const at = state({ status: "ready", supervision }, null, { superviseBusy: "barge" });
    expect(why("supervision.leave", at)).toEqual({ kind: "blocked", why: "blocked.busy" });
  });

  it("is told why he cannot become ready without a microphone", () => {
    const microphone = { kind: "problem", problem: "denied" } as const;
    const at = state({ status: "notReady" }, null, { microphone });
    expect(why("agent.ready", at)).toEqual({ kind: "blocked", why: "blocked.microphone" });
  });

  it("is told that his telephone is still connecting", () => {
    const at = state({ status: "notReady", audio: "opening" }, null);
    expect(why("agent.ready", at)).toEqual({ kind: "blocked", why: "blocked.audio" });
  });

  it("is not ready on the leg of a page that he has just reloaded", () => {
    const at = state({ status: "notReady" }, null, { audioSession: { kind: "none" } });
    expect(why("agent.ready", at)).toEqual({ kind: "blocked", why: "blocked.audio" });
  });

  it("never has two possible actions on one key", () => {
    const states = [
      state({ status: "talking" }, { stage: "consulting", parties: [client, self, asked("held")] }),
      state(
        { status: "talking" },
        { stage: "conference", parties: [client, self, asked("talking")] },
      ),
      state({ status: "ready", failedDial }, null),
      state({ status: "talking" }, {}),
      state({ status: "held" }, { stage: "held" }, { isPadOpen: true }),
      state({ status: "reserved" }, { stage: "offered" }),
      state({ status: "notReady" }, null),
      state({ status: "ready", failedDial, supervision }, null),
      state({ status: "notReady", supervision }, null, {
        takeOverAsked: supervision.interactionId,
      }),
    ];
    for (const at of states) {
      const keys = catalog
        .filter((action) => action.availability(at).kind === "available")
        .flatMap(({ hotkey }) => hotkey ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe("the catalog", () => {
  it("names every action once", () => {
    const names = catalog.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
