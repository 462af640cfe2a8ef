import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { measureRoundTrip } from "../../connection/roundTrip";
import { useDesk } from "../../desk/deskStore";
import { useNow } from "../../kit/useNow";
import { missingIn, type Place } from "./checks";

/** What this place of work has, as it is now. */
export const usePlace = (isHeard: boolean): Place => {
  const isServerOnline = useDesk((state) => state.link.kind === "online");
  const registration = useDesk((state) => state.registration);
  const session = useDesk((state) => state.audioSession);
  const isAudioOpen = useDesk((state) => state.desk.agent?.audio === "open");
  const microphone = useDesk((state) => state.microphone.kind);
  const { data } = useQuery({
    queryKey: ["round-trip"],
    queryFn: ({ signal }) => measureRoundTrip(signal),
    enabled: isServerOnline,
    gcTime: 0,
  });
  return {
    missing: missingIn(globalThis),
    isServerOnline,
    roundTripMs: data ?? null,
    registration,
    session,
    isAudioOpen,
    pathWaitMs: useWait(registration === "registered" && !isAudioOpen),
    microphone,
    isHeard,
  };
};

/** For how long something has been so. */
export const useWait = (isSo: boolean): number => {
  const now = useNow();
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => setSince(isSo ? Date.now() : null), [isSo]);
  return since === null ? 0 : Math.max(0, now - since);
};
