import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router-dom";
import type { DeskAction } from "../../actions/action";
import { superviseActions } from "../../actions/supervise";
import { closeChat, openChat } from "../../actions/toggleChat";
import type { Session } from "../../contracts/rest";
import { DeskProvider } from "../../desk/deskContext";
import type { DeskSession } from "../../desk/deskSession";
import { useDesk } from "../../desk/deskStore";
import { Icon } from "../../kit/Icon";
import { AudioSetup } from "../audioSetup/AudioSetup";
import { ChatButton } from "../chat/ChatButton";
import { ChatPanel } from "../chat/ChatPanel";
import { ReachDialog } from "../colleagues/ReachDialog";
import { HelpCards } from "../help/HelpCards";
import { SupervisionBar } from "../supervision/SupervisionBar";
import { useSuperviseRefusals } from "../supervision/useSupervise";
import { AgentDesk } from "./AgentDesk";
import { ConnectionLights } from "./ConnectionLights";
import { DeskOptionsProvider, useCatalog } from "./deskOptions";
import { OfficeFrame } from "./OfficeFrame";
import { Palette } from "./Palette";
import { StatusSwitch } from "./StatusSwitch";
import { useHotkeys } from "./useHotkeys";
import { useOwnDesk } from "./useOwnDesk";
import { useRefusals } from "./useRefusals";

/** A supervisor's page: the office, with a telephone to go into talks. The pages need no telephone. */
export const SupervisorFrame = ({ session }: { session: Session }) => {
  const { desk, reopen } = useOwnDesk(false);
  const isElsewhere = useDesk((state) => state.desk.signedOut !== null);
  useSuperviseRefusals();
  return (
    <>
      <OfficeFrame
        session={session}
        phone={
          desk === null || isElsewhere ? (
            <PhoneElsewhere onTake={reopen} />
          ) : (
            <PhoneHere desk={desk} />
          )
        }
        bar={
          <>
            <SupervisionBar />
            {desk === null || isElsewhere ? null : <ChatPanel me={session.employeeId} />}
          </>
        }
        desk={desk === null || isElsewhere ? undefined : <OwnDesk desk={desk} />}
      />
      {desk === null ? null : (
        <DeskProvider value={desk}>
          <AudioSetup />
          <HelpCards />
          <DeskOptionsProvider>
            <SupervisorKeys />
          </DeskOptionsProvider>
        </DeskProvider>
      )}
    </>
  );
};

/** A call that he took over is ended and wrapped up here, as an agent would. */
const OwnDesk = ({ desk }: { desk: DeskSession }) => {
  useRefusals();
  return (
    <DeskProvider value={desk}>
      <DeskOptionsProvider>
        <StatusSwitch />
        <AgentDesk />
        <ReachDialog />
      </DeskOptionsProvider>
    </DeskProvider>
  );
};

const everywhere: readonly DeskAction[] = [...superviseActions, openChat, closeChat];

/** Keys of calls count where his call is; those of the talk he is in, the chat, the list of all commands, everywhere. */
const SupervisorKeys = () => {
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const catalog = useCatalog();
  const isAtDesk = useLocation().pathname === "/desk";
  useHotkeys(isAtDesk ? catalog : everywhere, () => setPaletteOpen(true));
  return <Palette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />;
};

const PhoneHere = ({ desk }: { desk: DeskSession }) => {
  const { t } = useTranslation();
  const audio = useDesk((state) => state.desk.agent?.audio ?? "closed");
  return (
    <span className="row" data-testid="desk-phone" data-audio={audio}>
      <ConnectionLights />
      <ChatButton />
      <Button
        size="small"
        type="text"
        icon={<Icon name="speaker" />}
        title={t("nav.audio")}
        aria-label={t("nav.audio")}
        data-testid="audio-setup-button"
        onClick={() => desk.commands.openAudioSetup(true)}
      />
    </span>
  );
};

/** One telephone per person: the newest page has it. */
const PhoneElsewhere = ({ onTake }: { onTake: () => void }) => {
  const { t } = useTranslation();
  return (
    <Button size="small" data-testid="take-phone" onClick={onTake}>
      {t("supervision.takePhone")}
    </Button>
  );
};
