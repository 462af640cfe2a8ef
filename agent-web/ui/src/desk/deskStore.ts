import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { MicrophoneState } from "../audio/microphone";
import type { LinkState } from "../connection/hubConnection";
import type { AudioSession, Registration } from "../connection/sipPhone";
import type { AgentRefusal, DeskCommandName, SupervisionMode } from "../contracts/hub";
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
  readonly isChatOpen: boolean;
  /** For what the agent is looking for somebody; null: he is not. */
  readonly reach: Reach | null;
  /** Grows when the agent wants to type a number. */
  readonly dialTurn: number;
  /** How well the present talk is heard; null: nobody talks. */
  readonly talkNow: TalkNow | null;
  /** The agent is saying why he needs help. */
  readonly isHelpOpen: boolean;
  /** What is being carried out of a supervisor's steps in other agents' talks. */
  readonly superviseBusy: SuperviseStep | null;
  readonly superviseRefused: SuperviseRefused | null;
  /** The talk of which he is asked whether he really takes it over. */
  readonly takeOverAsked: string | null;
  /** Digits sent in this call, as the pad shows them. */
  readonly digits: string;
}

/** Why somebody is looked for: to be called, given the call, asked, brought in. */
export type Reach = "call" | "transfer" | "consult" | "add";

/** A mode, taking over, leaving. */
export type SuperviseStep = SupervisionMode | "take-over" | "leave";

/** A step that was not carried out, with a running number so that each is shown once. */
export interface SuperviseRefused {
  readonly number: number;
  readonly code: string;
}

/** How well a talk is heard at present; null: not known yet. */
export interface TalkNow {
  readonly mos: number | null;
  readonly loss: number | null;
  readonly jitterMs: number | null;
  readonly rttMs: number | null;
  /** The microphone, not muted, hears nothing whatever. */
  readonly isSilent: boolean;
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
  isChatOpen: false,
  reach: null,
  dialTurn: 0,
  talkNow: null,
  isHelpOpen: false,
  superviseBusy: null,
  superviseRefused: null,
  takeOverAsked: null,
  digits: "",
});

export type DeskStore = StoreApi<DeskState>;

/** The one store of the page. */
export const deskStore: DeskStore = createStore<DeskState>(initialDeskState);

export const useDesk = <T>(select: (state: DeskState) => T): T => useStore(deskStore, select);
