import { useEffect, useState } from "react";
import type { Session } from "../../contracts/rest";
import { DeskProvider } from "../../desk/deskContext";
import type { DeskSession } from "../../desk/deskSession";
import { useDesk } from "../../desk/deskStore";
import { AudioSetup } from "../audioSetup/AudioSetup";
import { useOfferAttention } from "../calls/useOfferAttention";
import { AgentDesk } from "./AgentDesk";
import { AgentHeader } from "./AgentHeader";
import { createDesk } from "./createDesk";
import { DeskClosed } from "./DeskClosed";
import { DeskOptionsProvider } from "./deskOptions";
import { Notices } from "./Notices";
import { Palette } from "./Palette";
import { useAskSession } from "./session";
import { TroubleBar } from "./TroubleBar";
import { useHotkeys } from "./useHotkeys";
import { useRefusals } from "./useRefusals";
import "./frame.css";

/** An agent's page: opens the desk, keeps it while it is shown, closes it with the page. */
export const AgentFrame = ({ session }: { session: Session }) => {
  const askSession = useAskSession();
  const [desk, setDesk] = useState<DeskSession | null>(null);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new desk is opened when asked for, by `turn`
  useEffect(() => {
    const opened = createDesk(askSession);
    opened.start();
    setDesk(opened);
    return () => void opened.stop();
  }, [turn]);

  const signedOut = useDesk((state) => state.desk.signedOut);
  if (desk === null) return null;
  if (signedOut !== null) {
    return <DeskClosed reason={signedOut} onReopen={() => setTurn(turn + 1)} />;
  }
  return (
    <DeskProvider value={desk}>
      <DeskOptionsProvider>
        <OpenDesk session={session} />
      </DeskOptionsProvider>
    </DeskProvider>
  );
};

const OpenDesk = ({ session }: { session: Session }) => {
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  useHotkeys(() => setPaletteOpen(true));
  useRefusals();
  useOfferAttention();
  return (
    <div className="frame">
      <AgentHeader session={session} onPalette={() => setPaletteOpen(true)} />
      <TroubleBar />
      <Notices />
      <AgentDesk />
      <AudioSetup />
      <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
    </div>
  );
};
