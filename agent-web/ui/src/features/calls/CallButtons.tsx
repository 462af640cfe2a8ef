import { answerCall } from "../../actions/answerCall";
import { hangUpCall } from "../../actions/hangUpCall";
import { holdCall } from "../../actions/holdCall";
import { muteMicrophone, unmuteMicrophone } from "../../actions/muteMicrophone";
import { resumeCall } from "../../actions/resumeCall";
import { closePad, openPad } from "../../actions/togglePad";
import type { CallView } from "../../contracts/hub";
import { Icon } from "../../kit/Icon";
import { ActionButton } from "../frame/ActionButton";

/** What can be done with the call at this stage. */
export const CallButtons = ({ call }: { call: CallView }) => {
  if (call.stage === "offered") {
    return (
      <div className="call-buttons">
        <ActionButton
          action={answerCall}
          label={answerWords[call.kind]}
          testId="answer"
          look="answer"
          size="large"
          icon={<Icon name="phone" />}
          style={{ gridColumn: "1 / -1", height: 76, fontSize: 20 }}
        />
      </div>
    );
  }
  if (call.stage === "wrapping-up") return <div className="call-buttons" />;
  if (call.stage === "dialling" || call.kind === "voicemail") {
    return (
      <div className="call-buttons">
        <HangUp />
      </div>
    );
  }
  return (
    <div className="call-buttons">
      <ActionButton action={holdCall} testId="hold" icon={<Icon name="pause" />} />
      <ActionButton action={resumeCall} testId="resume" look="on" icon={<Icon name="play" />} />
      <ActionButton action={muteMicrophone} testId="mute" icon={<Icon name="microphone" />} />
      <ActionButton
        action={unmuteMicrophone}
        testId="unmute"
        look="on"
        icon={<Icon name="microphoneOff" />}
      />
      <ActionButton action={openPad} testId="dtmf" icon={<Icon name="keypad" />} />
      <ActionButton action={closePad} testId="dtmf-close" look="on" icon={<Icon name="keypad" />} />
      <HangUp />
    </div>
  );
};

const answerWords = {
  call: "action.answer",
  callback: "action.answerCallback",
  voicemail: "action.answerVoicemail",
} as const;

const HangUp = () => (
  <ActionButton
    action={hangUpCall}
    testId="hang-up"
    look="danger"
    icon={<Icon name="phoneDown" />}
  />
);
