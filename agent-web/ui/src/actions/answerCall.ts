import { offeredCallOf } from "../desk/selectors";
import { defineAction, needsServer } from "./action";

export const answerCall = defineAction({
  name: "call.answer",
  label: "action.answer",
  hotkey: "F2",
  target: offeredCallOf,
  blockedBy: needsServer,
  perform: (call, commands) => commands.answer(call.interactionId),
});
