export interface AudioDevice {
  id: string;
  label: string;
}

export interface AudioDevices {
  microphones: AudioDevice[];
  speakers: AudioDevice[];
}

/** What is plugged in. Labels are empty until the microphone was allowed once. */
export const listAudioDevices = async (): Promise<AudioDevices> => {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const all = (await devices?.enumerateDevices()) ?? [];
  const ofKind = (kind: MediaDeviceKind): AudioDevice[] =>
    all
      .filter((device) => device.kind === kind && device.deviceId !== "" && !isAlias(device))
      .map((device) => ({ id: device.deviceId, label: device.label }));
  return { microphones: ofKind("audioinput"), speakers: ofKind("audiooutput") };
};

// Chromium lists the system's choice twice; we show it once, as "system default".
const isAlias = (device: MediaDeviceInfo): boolean =>
  device.deviceId === "default" || device.deviceId === "communications";
