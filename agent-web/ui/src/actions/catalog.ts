import type { Reason } from "../contracts/rest";
import type { DeskAction } from "./action";
import { answerCall } from "./answerCall";
import { hangUpCall } from "./hangUpCall";
import { holdCall } from "./holdCall";
import { chooseReason, makeNotReady } from "./makeNotReady";
import { makeReady } from "./makeReady";
import { muteMicrophone, unmuteMicrophone } from "./muteMicrophone";
import { openAudioSetup } from "./openAudioSetup";
import { resumeCall } from "./resumeCall";
import { closePad, openPad } from "./togglePad";

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
  hangUpCall,
  makeReady,
  chooseReason,
  ...notReadyReasons.map((code) =>
    makeNotReady(code, reasons.find((reason) => reason.code === code)?.names),
  ),
  openAudioSetup,
];
