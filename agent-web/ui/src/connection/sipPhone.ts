import * as JsSIP from "jssip";
import type { RTCSession } from "jssip/lib/RTCSession";
import type { IncomingRTCSessionEvent, RTCSessionEvent } from "jssip/lib/UA";
import type { PhoneCredentials } from "../contracts/rest";
import { backOffMs } from "../shared/backOff";
import { Value } from "../shared/value";
import { type NetworkReading, readNetwork } from "./networkReading";

export type Registration = "registering" | "registered" | "away";
/** `isFlowing`: the browser still hears from the other end of the leg. */
export type AudioSession =
  | { kind: "none" }
  | { kind: "answering" }
  | { kind: "up"; isFlowing: boolean };

const REGISTER_SECONDS = 120;
const RECOVER_AFTER_SECONDS = 1;
const RECOVER_AT_MOST_SECONDS = 5;
const CANDIDATES_WITHIN_MS = 500;

/**
 * The page's telephone: registers with the PBX on its own connection (independent of our server), answers what the
 * server calls it with, and keeps that one audio leg open. What is played and what is sent are given from outside.
 */
export class SipPhone {
  readonly registration = new Value<Registration>("registering");
  readonly session = new Value<AudioSession>({ kind: "none" });
  onRemoteAudio: (stream: MediaStream) => void = () => {};

  private readonly microphone: () => MediaStream | null;
  private readonly credentials: () => Promise<PhoneCredentials>;
  private userAgent: JsSIP.UA | null = null;
  private current: RTCSession | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private attempts = 0;
  private isStopped = true;

  constructor(credentials: () => Promise<PhoneCredentials>, microphone: () => MediaStream | null) {
    this.credentials = credentials;
    this.microphone = microphone;
  }

  start(): void {
    this.isStopped = false;
    void this.connect();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.retry);
    this.dropUserAgent();
    this.session.set({ kind: "none" });
    this.registration.set("away");
  }

  /** Ends the audio leg, so that the server may call again. */
  hangUp(): void {
    const ending = this.current;
    this.current = null;
    this.session.set({ kind: "none" });
    endQuietly(ending);
  }

  /** Sends another microphone in the leg that is open. */
  async replaceMicrophone(stream: MediaStream): Promise<void> {
    const track = stream.getAudioTracks()[0];
    const connection = this.current?.connection as RTCPeerConnection | undefined;
    if (!track || !connection) return;
    for (const sender of connection.getSenders()) {
      if (sender.track === null || sender.track.kind === "audio") await sender.replaceTrack(track);
    }
  }

  /** What the browser counts of the leg that is open; null when none is. */
  async readNetwork(): Promise<NetworkReading | null> {
    const connection = this.current?.connection as RTCPeerConnection | undefined;
    if (connection === undefined || this.session.get().kind !== "up") return null;
    return readNetwork(await connection.getStats());
  }

  private async connect(): Promise<void> {
    if (this.isStopped) return;
    try {
      const credentials = await this.credentials();
      if (this.isStopped) return;
      if (this.userAgent === null) this.register(credentials);
      else renew(this.userAgent, credentials);
    } catch {
      this.connectLater();
    }
  }

  private connectLater(): void {
    if (this.isStopped) return;
    this.registration.set("away");
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.connect(), backOffMs(this.attempts++));
  }

  private register(credentials: PhoneCredentials): void {
    const userAgent = new JsSIP.UA({
      sockets: [new JsSIP.WebSocketInterface(credentials.webSocketUrl)],
      uri: credentials.sipUri,
      authorization_user: credentials.userName,
      password: credentials.secret,
      register_expires: REGISTER_SECONDS,
      connection_recovery_min_interval: RECOVER_AFTER_SECONDS,
      connection_recovery_max_interval: RECOVER_AT_MOST_SECONDS,
      session_timers: false,
    });
    userAgent.on("registered", () => {
      if (this.userAgent !== userAgent) return;
      this.attempts = 0;
      this.registration.set("registered");
    });
    // The connection is taken up again by JsSIP itself, with the same secret: the PBX may be there when we are not.
    userAgent.on("disconnected", () => {
      if (this.userAgent === userAgent) this.registration.set("away");
    });
    userAgent.on("registrationFailed", ({ response }) => {
      if (this.userAgent !== userAgent) return;
      this.registration.set("away");
      // An answer means that the PBX no longer knows this secret. Ask our server for a fresh one.
      if (response) this.connectLater();
    });
    userAgent.on("newRTCSession", (event: RTCSessionEvent) => {
      if (event.originator === "remote")
        this.onCalled(event as IncomingRTCSessionEvent, credentials);
    });
    this.userAgent = userAgent;
    userAgent.start();
  }

  private onCalled({ session }: IncomingRTCSessionEvent, credentials: PhoneCredentials): void {
    const stream = this.microphone();
    if (stream === null) {
      session.terminate({ status_code: 480 });
      return;
    }
    const replaced = this.current;
    this.current = session;
    this.session.set({ kind: "answering" });
    this.follow(session);
    const iceServers = credentials.iceServers.map((urls) => ({ urls }));
    session.answer({ mediaStream: stream, pcConfig: { iceServers } });
    endQuietly(replaced); // The server called again: the older leg is dead to it.
  }

  private follow(session: RTCSession): void {
    // Candidates are local addresses; one that hangs must not keep the leg waiting.
    let patience: ReturnType<typeof setTimeout> | undefined;
    const onOver = (): void => {
      if (this.current !== session) return;
      this.current = null;
      this.session.set({ kind: "none" });
    };
    session.on("ended", onOver);
    session.on("failed", onOver);
    session.on("confirmed", () => {
      clearTimeout(patience);
      if (this.current === session) this.session.set({ kind: "up", isFlowing: true });
    });
    session.on("peerconnection", ({ peerconnection }) => {
      peerconnection.addEventListener("track", (event: RTCTrackEvent) => {
        if (this.current === session) this.onRemoteAudio(new MediaStream([event.track]));
      });
      peerconnection.addEventListener("connectionstatechange", () => {
        if (this.current === session) this.onFlow(peerconnection.connectionState);
      });
    });
    session.on("icecandidate", ({ ready }) => {
      patience ??= setTimeout(ready, CANDIDATES_WITHIN_MS);
    });
  }

  private onFlow(state: RTCPeerConnectionState): void {
    if (state === "failed") this.hangUp();
    else if (this.session.get().kind === "up") {
      this.session.set({ kind: "up", isFlowing: state !== "disconnected" });
    }
  }

  private dropUserAgent(): void {
    const dropped = this.userAgent;
    this.userAgent = null;
    this.current = null;
    dropped?.stop();
  }
}

/** Registers anew with another secret; a leg that is open stays open. */
const renew = (userAgent: JsSIP.UA, credentials: PhoneCredentials): void => {
  userAgent.set("authorization_user", credentials.userName);
  userAgent.set("password", credentials.secret);
  userAgent.register();
};

const endQuietly = (session: RTCSession | null): void => {
  if (session === null || session.isEnded()) return;
  try {
    session.terminate();
  } catch {
    // JsSIP throws when the leg is already going; gone is what we want.
  }
};
