import { Value } from "../shared/value";
import { InsecurePageError, type MicrophoneProblem, microphoneProblem } from "./microphoneProblem";

export type RecorderState =
  | { kind: "idle" }
  | { kind: "asking" }
  | { kind: "recording"; since: number; stream: MediaStream }
  | { kind: "done"; sound: Blob; url: string }
  | { kind: "problem"; problem: MicrophoneProblem };

/** Records one voice with this computer's microphone, to be listened to before anything is done with it. */
export class VoiceRecorder {
  readonly state = new Value<RecorderState>({ kind: "idle" });
  private recorder: MediaRecorder | null = null;
  private turn = 0;

  async start(): Promise<void> {
    this.drop();
    const turn = this.turn;
    this.state.set({ kind: "asking" });
    try {
      const stream = await capture();
      if (turn === this.turn) this.record(stream);
      else stopTracks(stream);
    } catch (error) {
      if (turn === this.turn)
        this.state.set({ kind: "problem", problem: microphoneProblem(error) });
    }
  }

  /** Ends the recording; the sound is in the state a moment later. */
  stop(): void {
    if (this.recorder?.state === "recording") this.recorder.stop();
  }

  /** Forgets the sound and gives the microphone back. */
  drop(): void {
    this.turn++;
    const state = this.state.get();
    if (state.kind === "done") URL.revokeObjectURL(state.url);
    if (state.kind === "recording") stopTracks(state.stream);
    this.recorder = null;
    this.state.set({ kind: "idle" });
  }

  private record(stream: MediaStream): void {
    const turn = this.turn;
    const recorder = new MediaRecorder(stream);
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      stopTracks(stream);
      if (turn !== this.turn) return;
      const sound = new Blob(parts, { type: recorder.mimeType });
      this.state.set({ kind: "done", sound, url: URL.createObjectURL(sound) });
    };
    this.recorder = recorder;
    recorder.start();
    this.state.set({ kind: "recording", since: Date.now(), stream });
  }
}

const capture = async (): Promise<MediaStream> => {
  // Absent on pages that are neither HTTPS nor local, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new InsecurePageError();
  return await devices.getUserMedia({ audio: { noiseSuppression: true, autoGainControl: true } });
};

const stopTracks = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};
