import { ownConferenceOf } from "../desk/selectors";
import { type DeskAction, defineAction, needsServer } from "./action";

/** Sends somebody out of a conference. */
export const removeParty = (partyId: string): DeskAction =>
  defineAction({
    name: `call.remove-party.${partyId}`,
    label: "action.removeParty",
    hotkey: null,
    target: ownConferenceOf,
    blockedBy: needsServer,
    perform: (call, commands) => commands.removeParty(call.interactionId, partyId),
  });
