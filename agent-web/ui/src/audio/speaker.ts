import { Value } from "../shared/value";

/** Plays the other party. Tells when the browser wants one click before it plays anything. */
export class Speaker {
  readonly needsClick = new Value(false);
  private readonly element = new Audio();

  constructor() {
    // In the document, so that whoever looks at the page from outside finds what is played.
    this.element.dataset.testid = "remote-audio";
  }

  play(stream: MediaStream): void {
    document.body.append(this.element);
    this.element.srcObject = stream;
    void this.resume();
  }

  async resume(): Promise<void> {
    if (this.element.srcObject === null) return;
    try {
      await this.element.play();
      this.needsClick.set(false);
    } catch (error) {
      // Another play() overtaking this one is no reason to bother the agent.
      if (error instanceof Error && error.name === "NotAllowedError") this.needsClick.set(true);
    }
  }

  async choose(deviceId: string, volume: number): Promise<void> {
    this.element.volume = volume;
    await sendSoundTo(this.element, deviceId);
  }

  stop(): void {
    this.element.pause();
    this.element.srcObject = null;
    this.element.remove();
    this.needsClick.set(false);
  }
}

interface Sinkable {
  setSinkId?: (deviceId: string) => Promise<void>;
}

/** Sends sound to a device; stays with the system's choice where it is gone or cannot be chosen. */
export const sendSoundTo = async (target: object, deviceId: string): Promise<void> => {
  try {
    await (target as Sinkable).setSinkId?.(deviceId);
  } catch {
    if (deviceId !== "") await sendSoundTo(target, "");
  }
};
