import type { CallTransfer, CallView } from "../contracts/hub";
import type { DeskState } from "../desk/deskStore";
import { isMuted } from "../desk/selectors";
import { wordsFor } from "../i18n/i18n";
import type {
  CallEventName,
  SoftphoneCall,
  SoftphoneEvent,
  SoftphoneState,
  SoftphoneTransfer,
} from "./protocol";

/** The desk as a page of others sees it. */
export const stateOf = (state: DeskState): SoftphoneState => {
  const { agent, call } = state.desk;
  return {
    status: agent?.status ?? "signedOut",
    reason: agent?.reason ?? null,
    call: call === null ? null : { ...callOf(call), isMuted: isMuted(state) },
  };
};

const callOf = (call: CallView): SoftphoneCall => ({
  interactionId: call.interactionId,
  kind: call.kind,
  stage: call.stage,
  number: call.number.shown,
  clientId: call.client?.id ?? null,
  queueId: call.queueId,
  queueName: call.queueName,
  ending: call.ending,
  screenPopUrl: call.screenPop?.url ?? null,
  isMuted: call.isMuted,
  transfer: call.transfer?.purpose === "transfer" ? transferOf(call.transfer) : null,
});

const transferOf = ({ state, target, failure }: CallTransfer): SoftphoneTransfer => ({
  state,
  to: target,
  failure,
  words: failure === null ? null : wordsFor("failure", failure),
});

/** What has happened between two states. */
export const eventsBetween = (before: SoftphoneState, after: SoftphoneState): SoftphoneEvent[] => {
  const events: SoftphoneEvent[] = [];
  const isAnother = before.call?.interactionId !== after.call?.interactionId;
  const former = isAnother ? null : before.call;
  if (isAnother && before.call !== null && !isOver(before.call)) {
    events.push({ name: "call-ended", detail: before.call }); // An offer that went to somebody else.
  }
  if (after.call !== null) {
    for (const name of eventsOf(former, after.call)) events.push({ name, detail: after.call });
  }
  if (before.status !== after.status || before.reason !== after.reason) {
    events.push({ name: "agent-state", detail: { status: after.status, reason: after.reason } });
  }
  return events;
};

const isOver = (call: SoftphoneCall): boolean => call.stage === "wrapping-up";

const eventsOf = (before: SoftphoneCall | null, after: SoftphoneCall): CallEventName[] => {
  const names: CallEventName[] = [];
  if (before !== null && !isOver(after)) {
    if (hasFailed(after) && !hasFailed(before)) names.push("call-transfer-failed");
    if (after.isMuted !== before.isMuted) names.push(after.isMuted ? "call-muted" : "call-unmuted");
  }
  const moved = before?.stage === after.stage ? null : movedTo(before?.stage ?? null, after.stage);
  return moved === null ? names : [...names, moved];
};

const hasFailed = (call: SoftphoneCall): boolean => call.transfer?.state === "failed";

/** The client heard music. */
const WAITING: readonly (string | null)[] = ["held", "transferring", "consulting"];

const movedTo = (from: string | null, to: string): CallEventName | null => {
  switch (to) {
    case "offered":
      return "call-offered";
    case "dialling":
      return "call-dialling";
    case "connected":
      if (from === "conference") return null;
      return WAITING.includes(from) ? "call-resumed" : "call-connected";
    case "held":
      return from === "transferring" ? null : "call-held";
    case "transferring":
      return "call-transferring";
    case "wrapping-up":
      return "call-ended";
    default:
      return null;
  }
};
