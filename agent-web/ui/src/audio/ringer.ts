import { Value } from "../shared/value";
import { sendSoundTo } from "./speaker";

/** Two soft notes, like a desk phone: frequency in Hz, start and length in seconds. */
const NOTES = [
  { hertz: 659.3, from: 0, lasts: 0.35 },
  { hertz: 523.3, from: 0.38, lasts: 0.5 },
];
const RING_EVERY_MS = 2_200;
const TEST_TONE = { hertz: 440, lasts: 1.2 };
const ATTACK_SECONDS = 0.02;

/** Rings and plays the test tone; sound is generated, so there is nothing to load. */
export class Ringer {
  /** The browser keeps silent until the agent clicks somewhere. */
  readonly needsClick = new Value(false);
  private context: AudioContext | null = null;
  private sinkId = "";
  private volume = 0.6;
  private ringing: ReturnType<typeof setInterval> | undefined;

  /** Opens the sound output early, so that it is known before the first call whether it may sound. */
  prepare(): void {
    const context = this.open();
    if (context === null) return;
    // resume() of a forbidden context stays pending until a click, and fails when the desk closes before one: either
    // way `statechange` tells what there is to know.
    void context.resume().catch(() => undefined);
    this.look();
  }

  async choose(deviceId: string, volume: number): Promise<void> {
    this.sinkId = deviceId;
    this.volume = volume;
    if (this.context) await sendSoundTo(this.context, deviceId);
  }

  start(): void {
    if (this.ringing !== undefined) return;
    this.ringOnce();
    this.ringing = setInterval(() => this.ringOnce(), RING_EVERY_MS);
  }

  stop(): void {
    clearInterval(this.ringing);
    this.ringing = undefined;
  }

  ringOnce(): void {
    for (const note of NOTES) this.sound(note.hertz, note.from, note.lasts, this.volume);
  }

  /** A tone on another device, to hear whether the right one was chosen. */
  async testTone(deviceId: string, volume: number): Promise<void> {
    const context = new AudioContext();
    await sendSoundTo(context, deviceId);
    tone(context, TEST_TONE.hertz, 0, TEST_TONE.lasts, volume);
    setTimeout(() => void context.close(), (TEST_TONE.lasts + 0.3) * 1_000);
  }

  close(): void {
    this.stop();
    void this.context?.close();
    this.context = null;
  }

  private open(): AudioContext | null {
    if (typeof AudioContext === "undefined") return null;
    if (this.context === null) {
      this.context = new AudioContext();
      this.context.addEventListener("statechange", () => this.look());
      void sendSoundTo(this.context, this.sinkId);
    }
    return this.context;
  }

  private look(): void {
    this.needsClick.set(this.context?.state === "suspended");
  }

  private sound(hertz: number, from: number, lasts: number, volume: number): void {
    const context = this.open();
    if (context !== null) tone(context, hertz, from, lasts, volume);
  }
}

const tone = (
  context: AudioContext,
  hertz: number,
  from: number,
  lasts: number,
  volume: number,
): void => {
  const begin = context.currentTime + from;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(volume * 0.5, begin + ATTACK_SECONDS);
  gain.gain.exponentialRampToValueAtTime(0.001, begin + lasts);
  const oscillator = new OscillatorNode(context, { frequency: hertz, type: "sine" });
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(begin);
  oscillator.stop(begin + lasts);
};
