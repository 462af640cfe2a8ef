import type { MicrophoneState } from "../../audio/microphone";
import type { AudioSession, Registration } from "../../connection/sipPhone";
import type { MessageKey } from "../../i18n/messages";

/** What an agent's place of work must have before the first call. */
export interface Place {
  /** What the browser lacks, by the names of the interfaces. */
  readonly missing: readonly string[];
  readonly isServerOnline: boolean;
  /** Null: being measured. */
  readonly roundTripMs: number | null;
  readonly registration: Registration;
  readonly session: AudioSession;
  /** The server hears the telephone too. */
  readonly isAudioOpen: boolean;
  /** For how long the telephone has been registered without an open voice path. */
  readonly pathWaitMs: number;
  readonly microphone: MicrophoneState["kind"];
  /** The microphone has heard something since the check began. */
  readonly isHeard: boolean;
}

/** Poor: one can work with it, but should not have to. */
export type CheckState = "good" | "waiting" | "poor" | "bad";

export interface Check {
  readonly id: "browser" | "server" | "telephone" | "path" | "microphone";
  readonly state: CheckState;
  readonly values: Readonly<Record<string, unknown>>;
}

const SLOW_MS = 300;
const PATH_WITHIN_MS = 10_000;

export const wordsOf = ({ id, state }: Check): MessageKey =>
  `preflight.${id}.${state}` as MessageKey;

/** One line for each thing that is needed, in the order in which one depends on the other. */
export const checksOf = (place: Place): Check[] => [
  check("browser", place.missing.length === 0 ? "good" : "bad", {
    missing: place.missing.join(", "),
  }),
  check("server", serverState(place), { ms: Math.ceil(place.roundTripMs ?? 0) }),
  check("telephone", telephoneState(place)),
  check("path", pathState(place)),
  check("microphone", microphoneState(place)),
];

const check = (id: Check["id"], state: CheckState, values: Check["values"] = {}): Check => ({
  id,
  state,
  values,
});

const serverState = ({ isServerOnline, roundTripMs }: Place): CheckState => {
  if (!isServerOnline) return "bad";
  if (roundTripMs === null) return "waiting";
  return roundTripMs > SLOW_MS ? "poor" : "good";
};

const telephoneState = ({ registration }: Place): CheckState => {
  if (registration === "registered") return "good";
  return registration === "away" ? "bad" : "waiting";
};

const pathState = ({ registration, session, isAudioOpen, pathWaitMs }: Place): CheckState => {
  if (session.kind === "up" && isAudioOpen) return "good";
  return registration === "registered" && pathWaitMs > PATH_WITHIN_MS ? "bad" : "waiting";
};

const microphoneState = ({ microphone, isHeard }: Place): CheckState => {
  if (microphone === "problem") return "bad";
  return microphone === "works" && isHeard ? "good" : "waiting";
};

/** What a telephone in a page needs of a browser; outside of https some of it is not there. */
export const missingIn = (browser: typeof globalThis): string[] =>
  [
    "RTCPeerConnection" in browser ? "" : "WebRTC",
    browser.navigator?.mediaDevices === undefined ? "getUserMedia" : "",
    "AudioContext" in browser ? "" : "Web Audio",
    "WebSocket" in browser ? "" : "WebSocket",
  ].filter((name) => name !== "");
