import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Session } from "../../contracts/rest";
import { DeskProvider } from "../../desk/deskContext";
import type { DeskSession } from "../../desk/deskSession";
import { useDesk } from "../../desk/deskStore";
import { Icon } from "../../kit/Icon";
import { AudioSetup } from "../audioSetup/AudioSetup";
import { SupervisionBar } from "../supervision/SupervisionBar";
import { AgentDesk } from "./AgentDesk";
import { ConnectionLights } from "./ConnectionLights";
import { DeskOptionsProvider } from "./deskOptions";
import { OfficeFrame } from "./OfficeFrame";
import { StatusSwitch } from "./StatusSwitch";
import { useOwnDesk } from "./useOwnDesk";

/** A supervisor's page: the office, with a telephone to go into talks. The pages need no telephone. */
export const SupervisorFrame = ({ session }: { session: Session }) => {
  const { desk, reopen } = useOwnDesk(false);
  const isElsewhere = useDesk((state) => state.desk.signedOut !== null);
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
        bar={<SupervisionBar />}
        desk={desk === null || isElsewhere ? undefined : <OwnDesk desk={desk} />}
      />
      {desk === null ? null : (
        <DeskProvider value={desk}>
          <AudioSetup />
        </DeskProvider>
      )}
    </>
  );
};

/** A call that he took over is ended and wrapped up here, as an agent would. */
const OwnDesk = ({ desk }: { desk: DeskSession }) => (
  <DeskProvider value={desk}>
    <DeskOptionsProvider>
      <StatusSwitch />
      <AgentDesk />
    </DeskOptionsProvider>
  </DeskProvider>
);

const PhoneHere = ({ desk }: { desk: DeskSession }) => {
  const { t } = useTranslation();
  const audio = useDesk((state) => state.desk.agent?.audio ?? "closed");
  return (
    <span className="row" data-testid="desk-phone" data-audio={audio}>
      <ConnectionLights />
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
