import { useState } from "react";
import type { Session } from "../../contracts/rest";
import { DeskProvider } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { AudioSetup } from "../audioSetup/AudioSetup";
import { PreflightAtSignIn } from "../audioSetup/PreflightAtSignIn";
import { useOfferAttention } from "../calls/useOfferAttention";
import { ChatPanel } from "../chat/ChatPanel";
import { ReachDialog } from "../colleagues/ReachDialog";
import { AgentDesk } from "./AgentDesk";
import { AgentHeader } from "./AgentHeader";
import { DeskClosed } from "./DeskClosed";
import { DeskOptionsProvider, useCatalog } from "./deskOptions";
import { Notices } from "./Notices";
import { Palette } from "./Palette";
import { TroubleBar } from "./TroubleBar";
import { useHotkeys } from "./useHotkeys";
import { useOwnDesk } from "./useOwnDesk";
import { useRefusals } from "./useRefusals";
import "./frame.css";

/** An agent's page. */
export const AgentFrame = ({ session }: { session: Session }) => {
  const { desk, reopen } = useOwnDesk(true);
  const signedOut = useDesk((state) => state.desk.signedOut);
  if (desk === null) return null;
  if (signedOut !== null) {
    return <DeskClosed reason={signedOut} onReopen={reopen} />;
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
  useHotkeys(useCatalog(), () => setPaletteOpen(true));
  useRefusals();
  useOfferAttention();
  return (
    <div className="frame">
      <AgentHeader session={session} onPalette={() => setPaletteOpen(true)} />
      <TroubleBar />
      <Notices />
      <AgentDesk workOf={session.employeeId} />
      <AudioSetup />
      <PreflightAtSignIn />
      <ChatPanel me={session.employeeId} />
      <ReachDialog />
      <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
    </div>
  );
};
