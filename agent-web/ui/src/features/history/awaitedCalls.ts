import { useEffect, useRef, useState } from "react";
import type { CallView } from "../../contracts/hub";
import { useDesk } from "../../desk/deskStore";

/** A call that left the agent's hands and is looked for in his history, which tells of calls that are over. */
export interface AwaitedCall {
  readonly interactionId: string;
  readonly until: number;
}

// Whoever was handed on may talk for long; after that the history is right when it is opened next.
const AWAITED_FOR_MS = 2 * 3_600_000;

/** Another one, and those before it whose time is not over. */
export const awaitAlso = (
  awaited: readonly AwaitedCall[],
  interactionId: string,
  now: number,
): AwaitedCall[] => [
  ...awaited.filter((call) => call.until > now && call.interactionId !== interactionId),
  { interactionId, until: now + AWAITED_FOR_MS },
];

/** Whether the history is to be looked at again. */
export const isAnyAwaited = (
  awaited: readonly AwaitedCall[],
  told: ReadonlySet<string>,
  now: number,
): boolean => awaited.some((call) => call.until > now && !told.has(call.interactionId));

/** What stands in the agent's own history when it is over: talks that were his, with people outside. */
const isOwnTalk = ({ isOwner, kind, connectedAt }: CallView): boolean =>
  isOwner && kind !== "internal" && connectedAt !== null;

/** The talks that this agent had since the page was opened, as far as they may be missing from his history. */
export const useAwaitedCalls = (): readonly AwaitedCall[] => {
  const call = useDesk((state) => state.desk.call);
  const talk = useRef<string | null>(null);
  const [awaited, setAwaited] = useState<readonly AwaitedCall[]>([]);
  useEffect(() => {
    const ended = talk.current;
    if (ended !== null && ended !== call?.interactionId) {
      setAwaited((before) => awaitAlso(before, ended, Date.now()));
      talk.current = null;
    }
    if (call !== null && isOwnTalk(call)) talk.current = call.interactionId;
  }, [call]);
  return awaited;
};
