import type { Reason } from "../contracts/rest";
import type { DeskAction } from "./action";
import { addParty } from "./addParty";
import { answerCall } from "./answerCall";
import { askForHelp, withdrawHelp } from "./askForHelp";
import { callAgain } from "./callAgain";
import { callColleague } from "./callColleague";
import { cancelConsult } from "./cancelConsult";
import { cancelTransfer } from "./cancelTransfer";
import { completeTransfer } from "./completeTransfer";
import { consultColleague } from "./consultColleague";
import { dialNumber } from "./dialNumber";
import { hangUpCall } from "./hangUpCall";
import { holdCall } from "./holdCall";
import { leaveCall } from "./leaveCall";
import { chooseReason, makeNotReady } from "./makeNotReady";
import { makeReady } from "./makeReady";
import { mergeParties } from "./mergeParties";
import { muteMicrophone, unmuteMicrophone } from "./muteMicrophone";
import { openAudioSetup } from "./openAudioSetup";
import { resumeCall } from "./resumeCall";
import { superviseActions } from "./supervise";
import { swapParties } from "./swapParties";
import { closeChat, openChat } from "./toggleChat";
import { closePad, openPad } from "./togglePad";
import { transferCall } from "./transferCall";

/** Everything an agent can do, in the order shown. The reasons are the server's, and so are their names. */
export const actionCatalog = (
  notReadyReasons: readonly string[],
  reasons: readonly Reason[] = [],
): readonly DeskAction[] => [
  answerCall,
  holdCall,
  resumeCall,
  muteMicrophone,
  unmuteMicrophone,
  openPad,
  closePad,
  transferCall,
  consultColleague,
  addParty,
  swapParties,
  mergeParties,
  completeTransfer,
  cancelConsult,
  cancelTransfer,
  leaveCall,
  hangUpCall,
  askForHelp,
  withdrawHelp,
  ...superviseActions,
  dialNumber,
  callColleague,
  callAgain,
  makeReady,
  chooseReason,
  ...notReadyReasons.map((code) =>
    makeNotReady(code, reasons.find((reason) => reason.code === code)?.names),
  ),
  openChat,
  closeChat,
  openAudioSetup,
];
