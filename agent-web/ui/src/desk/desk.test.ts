import { describe, expect, it } from "vitest";
import { agentView, callView } from "../../test/fakeHub";
import type { DeskEvent, DeskSnapshot } from "../contracts/hub";
import { type Desk, emptyDesk, foldDesk, foldLinkLost, foldSnapshot } from "./desk";

const talkedFor = (sequence: number): DeskEvent => ({
  sequence,
  type: "callChanged",
  call: callView({ interactionId: String(sequence) }),
});
const becameAt = (sequence: number): DeskEvent => ({
  sequence,
  type: "agentChanged",
  agent: agentView({ reason: String(sequence) }),
});
/** What the server knows after an event: the plain truth that the desk is compared with. */
const changed = (server: DeskSnapshot, event: DeskEvent): DeskSnapshot => ({
  ...server,
  sequence: event.sequence,
  ...(event.type === "agentChanged" ? { agent: event.agent } : {}),
  ...(event.type === "callChanged" ? { call: event.call } : {}),
});
const snapshotAt = (sequence: number): DeskSnapshot => ({
  sequence,
  serverNow: "2026-01-01T00:00:00Z",
  agent: agentView(),
  call: sequence === 0 ? null : callView({ interactionId: String(sequence) }),
});
const fresh = (sequence = 0): Desk => foldSnapshot(emptyDesk, snapshotAt(sequence), 0);

/** A small generator with a printed seed: the same seed gives the same story. */
const randomOf = (seed: number) => (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

describe("the desk", () => {
  it("follows the events of the server in their order", () => {
    const desk = [1, 2, 3].map(talkedFor).reduce(foldDesk, fresh());
    expect(desk.sequence).toBe(3);
    expect(desk.call?.interactionId).toBe("3");
  });

  it("ignores an event it has seen", () => {
    const desk = fresh(5);
    expect(foldDesk(desk, talkedFor(5))).toBe(desk);
    expect(foldDesk(desk, talkedFor(2))).toBe(desk);
  });

  it("asks for a snapshot when an event is missing and shows what it knew until then", () => {
    const desk = foldDesk(fresh(1), talkedFor(3));
    expect(desk.needsSnapshot).toBe(true);
    expect(desk.call?.interactionId).toBe("1");
  });

  it("folds events that overtook the snapshot", () => {
    const waiting = [talkedFor(8), talkedFor(7)].reduce(foldDesk, emptyDesk);
    const desk = foldSnapshot(waiting, snapshotAt(6), 0);
    expect(desk).toMatchObject({ sequence: 8, needsSnapshot: false });
  });

  it("asks again when the snapshot is older than the gap", () => {
    const waiting = foldDesk(emptyDesk, talkedFor(9));
    expect(foldSnapshot(waiting, snapshotAt(6), 0).needsSnapshot).toBe(true);
  });

  it("keeps showing the call when the link is lost", () => {
    const desk = foldLinkLost(fresh(4));
    expect(desk.call?.interactionId).toBe("4");
    expect(desk.needsSnapshot).toBe(true);
  });

  it("takes a smaller sequence from a restarted server", () => {
    const desk = foldSnapshot(foldLinkLost(fresh(900)), snapshotAt(1), 0);
    expect(foldDesk(desk, talkedFor(2)).call?.interactionId).toBe("2");
  });

  it("closes with the reason of the server", () => {
    const closed = foldDesk(fresh(1), { sequence: 2, type: "signedOut", reason: "otherPage" });
    expect(closed).toMatchObject({ signedOut: "otherPage", call: null });
  });

  it("never differs from the server for longer than a snapshot takes, whatever is lost or repeated", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomOf(seed);
      let server = snapshotAt(0);
      let desk = foldSnapshot(emptyDesk, server, 0);
      let old: DeskEvent | null = null;
      for (let step = 0; step < 60; step++) {
        const event =
          random() < 0.5 ? talkedFor(server.sequence + 1) : becameAt(server.sequence + 1);
        server = changed(server, event);
        if (random() < 0.2) continue; // Lost.
        if (old !== null && random() < 0.2) desk = foldDesk(desk, old);
        desk = foldDesk(desk, event);
        old = event;
        if (desk.needsSnapshot && random() < 0.5) desk = foldSnapshot(desk, server, 0);
        if (desk.needsSnapshot) continue;
        const { sequence, agent, call } = desk;
        expect({ seed, step, sequence, agent, call }).toEqual({
          seed,
          step,
          sequence: server.sequence,
          agent: server.agent,
          call: server.call,
        });
      }
    }
  });
});
