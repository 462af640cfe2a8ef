import { ownConferenceOf } from "../desk/selectors";
import { type DeskAction, defineAction, needsServer } from "./action";

/** Silences somebody in a conference, or lets him speak again. */
export const muteParty = (partyId: string, muted: boolean): DeskAction =>
  defineAction({
    name: `call.mute-party.${partyId}`,
    label: muted ? "action.muteParty" : "action.unmuteParty",
    hotkey: null,
    target: ownConferenceOf,
    blockedBy: needsServer,
    perform: (call, commands) => commands.muteParty(call.interactionId, partyId, muted),
  });
