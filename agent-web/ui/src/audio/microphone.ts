import { Value } from "../shared/value";
import { InsecurePageError, type MicrophoneProblem, microphoneProblem } from "./microphoneProblem";

export type MicrophoneState =
  | { kind: "asking" }
  | { kind: "works"; label: string }
  | { kind: "problem"; problem: MicrophoneProblem };

/** The one owner of the microphone's stream. */
export class Microphone {
  readonly state = new Value<MicrophoneState>({ kind: "asking" });
  onStream: (stream: MediaStream) => void = () => {};

  private current: MediaStream | null = null;
  private isMuted = false;
  private asked = 0;

  get stream(): MediaStream | null {
    return this.current;
  }

  /** Asks for the device, or for any when that one is gone. Says in `state` what came of it. */
  async open(deviceId: string): Promise<void> {
    const turn = ++this.asked;
    if (this.current === null) this.state.set({ kind: "asking" });
    try {
      const stream = await capture(deviceId);
      if (turn === this.asked) this.take(stream);
      else stopTracks(stream);
    } catch (error) {
      if (turn === this.asked) this.lose(microphoneProblem(error));
    }
  }

  /** Silences the microphone here and now, whatever the server is doing. */
  mute(muted: boolean): void {
    this.isMuted = muted;
    for (const track of this.current?.getAudioTracks() ?? []) track.enabled = !muted;
  }

  close(): void {
    this.asked++;
    stopTracks(this.current);
    this.current = null;
    this.state.set({ kind: "asking" });
  }

  private take(stream: MediaStream): void {
    const replaced = this.current;
    this.current = stream;
    this.mute(this.isMuted);
    const track = stream.getAudioTracks()[0];
    // Pulled out, or permission withdrawn: try whatever is there now.
    track?.addEventListener("ended", () => {
      if (this.current === stream) void this.open("");
    });
    this.onStream(stream);
    stopTracks(replaced);
    this.state.set({ kind: "works", label: track?.label ?? "" });
  }

  private lose(problem: MicrophoneProblem): void {
    stopTracks(this.current);
    this.current = null;
    this.state.set({ kind: "problem", problem });
  }
}

const capture = async (deviceId: string): Promise<MediaStream> => {
  // Absent on pages that are neither HTTPS nor local, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new InsecurePageError();

  const cleaning = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  if (deviceId === "") return await devices.getUserMedia({ audio: cleaning });
  try {
    return await devices.getUserMedia({ audio: { ...cleaning, deviceId: { exact: deviceId } } });
  } catch (error) {
    const isGone = error instanceof Error && error.name === "OverconstrainedError";
    if (!isGone) throw error;
    return await devices.getUserMedia({ audio: cleaning });
  }
};

const stopTracks = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};
