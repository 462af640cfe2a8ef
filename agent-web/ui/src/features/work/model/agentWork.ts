import type { FloorBeat, FloorCaller } from "../../../contracts/floor";
import type { AgentView, CallView } from "../../../contracts/hub";
import type { WorkChange, WorkQueue, WorkSnapshot } from "../../../contracts/work";
import { inOrder } from "../../floor/model/figures";
import { replaceCallers, STALE_MS } from "../../floor/model/floor";
import { ofCaller, type WorkItem } from "../../floor/model/work";

/** Who waits in the queues of this agent: a fold over snapshots, changes and beats. */
export interface AgentWork {
  readonly sequence: number;
  readonly needsSnapshot: boolean;
  readonly isLinkUp: boolean;
  readonly isKnown: boolean;
  /** When the server was last heard, on the page's clock. */
  readonly heardAt: number;
  /** Add this to the page's clock to get the server's, in milliseconds. */
  readonly clockAheadMs: number;
  readonly queues: ReadonlyMap<string, WorkQueue>;
  readonly callers: ReadonlyMap<string, FloorCaller>;
}

export const noWork: AgentWork = {
  sequence: 0,
  needsSnapshot: true,
  isLinkUp: false,
  isKnown: false,
  heardAt: 0,
  clockAheadMs: 0,
  queues: new Map(),
  callers: new Map(),
};

export const isStale = (work: AgentWork, now: number): boolean =>
  !work.isLinkUp || now - work.heardAt > STALE_MS;

export const foldSnapshot = (work: AgentWork, snapshot: WorkSnapshot, now: number): AgentWork => ({
  ...work,
  sequence: snapshot.sequence,
  needsSnapshot: false,
  isKnown: true,
  heardAt: now,
  clockAheadMs: Date.parse(snapshot.serverNow) - now,
  queues: new Map(snapshot.queues.map((queue) => [queue.id, queue])),
  callers: new Map(snapshot.callers.map((caller) => [caller.interactionId, caller])),
});

export const foldChange = (work: AgentWork, change: WorkChange, now: number): AgentWork => {
  const heard = { ...work, heardAt: now };
  if (work.needsSnapshot || change.sequence <= work.sequence) return heard;
  if (change.sequence > work.sequence + 1) return { ...heard, needsSnapshot: true };
  return {
    ...heard,
    sequence: change.sequence,
    callers: replaceCallers(work.callers, change.callers, change.callersGone),
  };
};

/** Nothing has happened; but whoever counts less than the server has missed something. */
export const foldBeat = (work: AgentWork, beat: FloorBeat, now: number): AgentWork => ({
  ...work,
  heardAt: now,
  clockAheadMs: Date.parse(beat.serverNow) - now,
  needsSnapshot: work.needsSnapshot || beat.sequence > work.sequence,
});

export const foldLink = (work: AgentWork, isLinkUp: boolean): AgentWork => ({
  ...work,
  isLinkUp,
  needsSnapshot: work.needsSnapshot || !isLinkUp,
});

const inHand = (call: CallView, me: string): WorkItem => ({
  interactionId: call.interactionId,
  kind: call.kind,
  queueId: call.queueId,
  number: call.number,
  client: call.client,
  state: call.stage,
  since:
    call.endedAt ?? call.audioLostSince ?? call.heldSince ?? call.connectedAt ?? call.offeredAt,
  dueAt: null,
  agentId: me,
  through: null,
  isWaiting: false,
  mayBePreferred: false,
  priority: null,
  pointsGiven: null,
});

/** What the agent has in hand, and then who waits for him and his like, in the order in which they go. */
export const itemsOf = (
  work: AgentWork,
  call: CallView | null,
  me: string,
  now: number,
): WorkItem[] => [
  ...(call === null ? [] : [inHand(call, me)]),
  ...inOrder(work.callers.values(), (id) => work.queues.get(id)?.secondsPerPriorityPoint)
    .filter(({ interactionId }) => interactionId !== call?.interactionId)
    .map((caller) => ofCaller(caller, now)),
];

const PICKABLE: readonly string[] = ["ready", "notReady"];

/** Whether it makes sense to offer him this one; the server has the last word. */
export const mayPick = (item: WorkItem, work: AgentWork, me: string): boolean =>
  (item.state === "waiting" || (item.state === "assigned" && item.agentId === me)) &&
  work.queues.get(item.queueId)?.mayPick === true;

/** Whether he could have somebody now. */
export const isFreeToPick = (agent: AgentView | null): boolean =>
  agent !== null && PICKABLE.includes(agent.status);
