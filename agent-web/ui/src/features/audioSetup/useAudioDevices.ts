import { useEffect, useState } from "react";
import { type AudioDevices, listAudioDevices } from "../../audio/devices";
import { useDesk } from "../../desk/deskStore";

/** What is plugged in now; follows plugging and the microphone's permission, which brings the names. */
export const useAudioDevices = (): AudioDevices => {
  const [devices, setDevices] = useState<AudioDevices>({ microphones: [], speakers: [] });
  const microphone = useDesk((state) => state.microphone);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a permission that was given brings names
  useEffect(() => {
    let isShown = true;
    const look = async (): Promise<void> => {
      const found = await listAudioDevices();
      if (isShown) setDevices(found);
    };
    void look();
    const media = navigator.mediaDevices as MediaDevices | undefined;
    media?.addEventListener("devicechange", look);
    return () => {
      isShown = false;
      media?.removeEventListener("devicechange", look);
    };
  }, [microphone.kind]);
  return devices;
};
