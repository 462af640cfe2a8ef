import type { ReactNode } from "react";
import { addParty } from "../../actions/addParty";
import { answerCall } from "../../actions/answerCall";
import { cancelConsult } from "../../actions/cancelConsult";
import { cancelTransfer } from "../../actions/cancelTransfer";
import { completeTransfer } from "../../actions/completeTransfer";
import { consultColleague } from "../../actions/consultColleague";
import { hangUpCall } from "../../actions/hangUpCall";
import { holdCall } from "../../actions/holdCall";
import { leaveCall } from "../../actions/leaveCall";
import { mergeParties } from "../../actions/mergeParties";
import { muteMicrophone, unmuteMicrophone } from "../../actions/muteMicrophone";
import { resumeCall } from "../../actions/resumeCall";
import { swapParties } from "../../actions/swapParties";
import { closePad, openPad } from "../../actions/togglePad";
import { transferCall } from "../../actions/transferCall";
import type { CallView } from "../../contracts/hub";
import { Icon } from "../../kit/Icon";
import { ActionButton } from "../frame/ActionButton";

/** What can be done with the call at this stage, and nothing else. */
export const CallButtons = ({ call }: { call: CallView }) => (
  <div className="call-buttons">{buttonsOf(call)}</div>
);

const buttonsOf = (call: CallView): ReactNode => {
  if (call.stage === "offered") return <Answer call={call} />;
  if (call.stage === "wrapping-up") return null;
  if (call.stage === "dialling" || call.kind === "voicemail") return <HangUp call={call} isWide />;
  if (!call.isOwner) {
    return (
      <>
        <Mute />
        <HangUp call={call} />
      </>
    );
  }
  switch (call.stage) {
    case "transferring":
      return <ActionButton action={cancelTransfer} testId="cancel-transfer" style={wide} />;
    case "consulting":
      return <Consultation />;
    case "conference":
      return <Conference call={call} />;
    case "connected":
    case "held":
      return <Talk call={call} />;
  }
};

const wide = { gridColumn: "1 / -1" };
const third = { gridColumn: "span 2" };

const Answer = ({ call }: { call: CallView }) => (
  <ActionButton
    action={answerCall}
    label={answerWords[call.kind]}
    testId="answer"
    look="answer"
    size="large"
    icon={<Icon name="phone" />}
    style={{ ...wide, height: 76, fontSize: 20 }}
  />
);

/** Transfer, consultation and a third one are for talks with somebody outside; a colleague can be joined by others. */
const Talk = ({ call }: { call: CallView }) => {
  if (call.kind === "internal") {
    return (
      <>
        <ActionButton action={addParty} testId="add-party" />
        <Mute />
        <HangUp call={call} isWide />
      </>
    );
  }
  return (
    <>
      <ActionButton action={transferCall} testId="transfer-call" style={third} isAlwaysShown />
      <ActionButton action={consultColleague} testId="consult" style={third} isAlwaysShown />
      <ActionButton action={addParty} testId="add-party" style={third} isAlwaysShown />
      <ActionButton action={holdCall} testId="hold" icon={<Icon name="pause" />} />
      <ActionButton action={resumeCall} testId="resume" look="on" icon={<Icon name="play" />} />
      <Mute />
      <Pad />
      <HangUp call={call} />
    </>
  );
};

const Consultation = () => (
  <>
    <ActionButton action={swapParties} testId="swap" isAlwaysShown />
    <ActionButton action={mergeParties} testId="merge" isAlwaysShown />
    <ActionButton action={completeTransfer} testId="complete" look="primary" isAlwaysShown />
    <ActionButton action={cancelConsult} testId="cancel-consult" isAlwaysShown />
    <Mute />
    <Pad />
  </>
);

const Conference = ({ call }: { call: CallView }) => (
  <>
    <ActionButton action={addParty} testId="add-party" isAlwaysShown />
    <ActionButton action={leaveCall} testId="leave" look="primary" isAlwaysShown />
    <Mute />
    {call.kind === "internal" ? null : <Pad />}
    <HangUp call={call} isWide />
  </>
);

const answerWords = {
  call: "action.answer",
  callback: "action.answerCallback",
  voicemail: "action.answerVoicemail",
  outbound: "action.answer",
  internal: "action.answer",
} as const;

const Mute = () => (
  <>
    <ActionButton action={muteMicrophone} testId="mute" icon={<Icon name="microphone" />} />
    <ActionButton
      action={unmuteMicrophone}
      testId="unmute"
      look="on"
      icon={<Icon name="microphoneOff" />}
    />
  </>
);

const Pad = () => (
  <>
    <ActionButton action={openPad} testId="dtmf" icon={<Icon name="keypad" />} />
    <ActionButton action={closePad} testId="dtmf-close" look="on" icon={<Icon name="keypad" />} />
  </>
);

/** Who was brought in only leaves; who leads a conference ends it for all. */
const hangUpWords = ({ isOwner, stage }: CallView) => {
  if (!isOwner) return "action.leaveTalk";
  return stage === "conference" ? "action.hangUpAll" : "action.hangUp";
};

const HangUp = ({ call, isWide = false }: { call: CallView; isWide?: boolean }) => (
  <ActionButton
    action={hangUpCall}
    label={hangUpWords(call)}
    testId="hang-up"
    look="danger"
    icon={<Icon name="phoneDown" />}
    {...(isWide ? { style: wide } : {})}
  />
);
