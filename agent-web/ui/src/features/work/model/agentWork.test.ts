import { describe, expect, it } from "vitest";
import changeSaid from "../../../../../../tests/wire/work-change.json";
import snapshotSaid from "../../../../../../tests/wire/work-snapshot.json";
import type { CallView } from "../../../contracts/hub";
import type { WorkChange, WorkSnapshot } from "../../../contracts/work";
import { STALE_MS } from "../../floor/model/floor";
import {
  foldBeat,
  foldChange,
  foldLink,
  foldSnapshot,
  isStale,
  itemsOf,
  mayPick,
  noWork,
} from "./agentWork";

// The golden files of the server: one caller, kept for Aziza for two minutes more.
const snapshot = snapshotSaid as unknown as WorkSnapshot;
const change = changeSaid as unknown as WorkChange;
const NOW = Date.parse(snapshot.serverNow);
const WAITING = snapshot.callers[0]?.interactionId ?? "";
const AZIZA = snapshot.callers[0]?.assignedTo ?? "";
const known = foldSnapshot(foldLink(noWork, true), snapshot, NOW);
const talk = (interactionId: string): CallView =>
  ({ interactionId, kind: "call", queueId: "support", stage: "connected" }) as unknown as CallView;

describe("an agent's list of work", () => {
  it("follows the server event by event", () => {
    const gone = foldChange(known, change, NOW);
    expect([...known.callers.keys()]).toEqual([WAITING]);
    expect(gone.callers.size).toBe(0);
    expect(gone.sequence).toBe(change.sequence);
    expect(foldChange(gone, change, NOW).sequence).toBe(change.sequence);
  });

  it("asks for everything anew when it has missed something", () => {
    expect(foldChange(known, { ...change, sequence: 9 }, NOW).needsSnapshot).toBe(true);
    const beat = { sequence: known.sequence + 1, serverNow: snapshot.serverNow };
    expect(foldBeat(known, beat, NOW).needsSnapshot).toBe(true);
    expect(foldBeat(known, { ...beat, sequence: known.sequence }, NOW).needsSnapshot).toBe(false);
    expect(foldLink(known, false).needsSnapshot).toBe(true);
  });

  it("is stale when the link is gone or silent", () => {
    expect(isStale(known, NOW)).toBe(false);
    expect(isStale(known, NOW + STALE_MS + 1)).toBe(true);
    expect(isStale(foldLink(known, false), NOW)).toBe(true);
  });

  it("shows what he has in hand first, and once", () => {
    const other = itemsOf(known, talk("another"), AZIZA, NOW);
    expect(other.map((item) => item.interactionId)).toEqual(["another", WAITING]);
    expect(other[0]?.agentId).toBe(AZIZA);
    expect(itemsOf(known, talk(WAITING), AZIZA, NOW)).toHaveLength(1);
  });

  it("offers whoever is kept for somebody to him alone, and only where the queue lets agents choose", () => {
    const [item] = itemsOf(known, null, AZIZA, NOW);
    if (item === undefined) throw new Error("The golden file says nobody.");
    expect(mayPick(item, known, AZIZA)).toBe(true);
    expect(mayPick(item, known, "another")).toBe(false);
    const queues = new Map(
      [...known.queues].map(([id, queue]) => [id, { ...queue, mayPick: false }]),
    );
    expect(mayPick(item, { ...known, queues }, AZIZA)).toBe(false);
  });
});
