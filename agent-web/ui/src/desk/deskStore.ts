import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { MicrophoneState } from "../audio/microphone";
import type { LinkState } from "../connection/hubConnection";
import type { AudioSession, Registration } from "../connection/sipPhone";
import type { AgentRefusal, DeskCommandName } from "../contracts/hub";
import { type Desk, emptyDesk } from "./desk";

/** Everything the agent's screen is drawn from. */
export interface DeskState {
  readonly desk: Desk;
  readonly link: LinkState;
  readonly registration: Registration;
  readonly audioSession: AudioSession;
  readonly microphone: MicrophoneState;
  /** The browser wants one click before it plays sound. */
  readonly needsClick: boolean;
  /** Muted here and perhaps not yet on the server; null: as the server says. */
  readonly mutedWish: boolean | null;
  /** The command being carried out; a second press does nothing. */
  readonly busy: DeskCommandName | null;
  readonly refused: Refused | null;
  readonly isPadOpen: boolean;
  readonly isReasonMenuOpen: boolean;
  readonly isAudioSetupOpen: boolean;
  /** Digits sent in this call, as the pad shows them. */
  readonly digits: string;
}

/** A command that was not carried out, with a running number so that each is shown once. */
export interface Refused {
  readonly number: number;
  readonly command: DeskCommandName;
  readonly refusal: AgentRefusal | "serverAway";
}

export const initialDeskState = (): DeskState => ({
  desk: emptyDesk,
  link: { kind: "away", since: Date.now(), attempts: 0 },
  registration: "registering",
  audioSession: { kind: "none" },
  microphone: { kind: "asking" },
  needsClick: false,
  mutedWish: null,
  busy: null,
  refused: null,
  isPadOpen: false,
  isReasonMenuOpen: false,
  isAudioSetupOpen: false,
  digits: "",
});

export type DeskStore = StoreApi<DeskState>;

/** The one store of the page. */
export const deskStore: DeskStore = createStore<DeskState>(initialDeskState);

export const useDesk = <T>(select: (state: DeskState) => T): T => useStore(deskStore, select);
