import { describe, expect, it } from "vitest";
import type { SoftphoneCall, SoftphoneState } from "./protocol";
import { eventsBetween } from "./softphoneEvents";

const call = (stage: string, interactionId = "a"): SoftphoneCall => ({
  interactionId,
  kind: "call",
  stage,
  number: "+998901234567",
  clientId: null,
  queueId: "support",
  queueName: "Support",
  ending: null,
  screenPopUrl: null,
  isMuted: false,
  transfer: null,
});

const state = (status: string, inHand: SoftphoneCall | null = null): SoftphoneState => ({
  status,
  reason: null,
  call: inHand,
});

const names = (...states: SoftphoneState[]): string[] =>
  states
    .slice(1)
    .flatMap((after, index) => eventsBetween(states[index] ?? after, after))
    .map(({ name }) => name);

describe("what a page of others is told", () => {
  it("follows a call from the offer to its end", () => {
    expect(
      names(
        state("ready"),
        state("reserved", call("offered")),
        state("talking", call("connected")),
        state("held", call("held")),
        state("talking", call("connected")),
        state("wrapUp", call("wrapping-up")),
        state("ready"),
      ).filter((name) => name !== "agent-state"),
    ).toEqual(["call-offered", "call-connected", "call-held", "call-resumed", "call-ended"]);
  });

  it("says once that an offer went to somebody else", () => {
    expect(names(state("reserved", call("offered")), state("ready"))).toEqual([
      "call-ended",
      "agent-state",
    ]);
  });

  it("keeps two calls apart that follow each other", () => {
    expect(
      names(state("wrapUp", call("wrapping-up")), state("reserved", call("offered", "b"))),
    ).toEqual(["call-offered", "agent-state"]);
  });

  it("says nothing when nothing has changed", () => {
    expect(names(state("ready"), state("ready"))).toEqual([]);
  });

  it("says that the microphone is off and on again, and nothing of it at the end", () => {
    const muted = { ...call("connected"), isMuted: true };
    expect(
      names(
        state("talking", call("connected")),
        state("talking", muted),
        state("talking", call("connected")),
        state("talking", muted),
        state("wrapUp", call("wrapping-up")),
      ).filter((name) => name !== "agent-state"),
    ).toEqual(["call-muted", "call-unmuted", "call-muted", "call-ended"]);
  });

  it("follows a transfer that nobody takes, and one that is taken", () => {
    const to = { kind: "queue", id: "support" } as const;
    const pending = { state: "pending", to, failure: null, words: null } as const;
    const failed = { state: "failed", to, failure: "no-answer", words: "не ответили" } as const;
    expect(
      names(
        state("talking", call("connected")),
        state("held", { ...call("transferring"), transfer: pending }),
        state("held", { ...call("held"), transfer: failed }),
        state("talking", { ...call("connected"), transfer: failed }),
        state("held", { ...call("transferring"), transfer: pending }),
        state("wrapUp", call("wrapping-up")),
      ).filter((name) => name !== "agent-state"),
    ).toEqual([
      "call-transferring",
      "call-transfer-failed",
      "call-resumed",
      "call-transferring",
      "call-ended",
    ]);
  });
});
