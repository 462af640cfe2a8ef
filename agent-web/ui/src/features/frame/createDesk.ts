import { Microphone } from "../../audio/microphone";
import { api } from "../../connection/api";
import { HubDesk } from "../../connection/hubConnection";
import { SipPhone } from "../../connection/sipPhone";
import { DeskSession } from "../../desk/deskSession";
import { deskStore } from "../../desk/deskStore";

/** The desk of this page with its real connections. */
export const createDesk = (askSession: () => void): DeskSession => {
  const microphone = new Microphone();
  const phone = new SipPhone(api.phoneCredentials, () => microphone.stream);
  return new DeskSession(new HubDesk("/hubs/desk", askSession), phone, microphone, deskStore);
};
