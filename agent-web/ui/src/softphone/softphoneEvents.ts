import type { Desk } from "../desk/desk";
import type { CallEventName, SoftphoneCall, SoftphoneEvent, SoftphoneState } from "./protocol";

/** The desk as a page of others sees it. */
export const stateOf = ({ agent, call }: Desk): SoftphoneState => ({
  status: agent?.status ?? "signedOut",
  reason: agent?.reason ?? null,
  call:
    call === null
      ? null
      : {
          interactionId: call.interactionId,
          kind: call.kind,
          stage: call.stage,
          number: call.number.shown,
          clientId: call.client?.id ?? null,
          queueId: call.queueId,
          queueName: call.queueName,
          ending: call.ending,
          screenPopUrl: call.screenPop?.url ?? null,
        },
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
    const name = eventOf(former, after.call);
    if (name !== null) events.push({ name, detail: after.call });
  }
  if (before.status !== after.status || before.reason !== after.reason) {
    events.push({ name: "agent-state", detail: { status: after.status, reason: after.reason } });
  }
  return events;
};

const isOver = (call: SoftphoneCall): boolean => call.stage === "wrapping-up";

const eventOf = (before: SoftphoneCall | null, after: SoftphoneCall): CallEventName | null => {
  if (before?.stage === after.stage) return null;
  switch (after.stage) {
    case "offered":
      return "call-offered";
    case "dialling":
      return "call-dialling";
    case "connected":
      return before?.stage === "held" ? "call-resumed" : "call-connected";
    case "held":
      return "call-held";
    case "wrapping-up":
      return "call-ended";
    default:
      return null;
  }
};
