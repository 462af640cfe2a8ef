import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Session } from "../../contracts/rest";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { Icon } from "../../kit/Icon";
import { KeyCap } from "../../kit/KeyCap";
import { ChatButton } from "../chat/ChatButton";
import { ConnectionLights } from "./ConnectionLights";
import { LanguageSwitch } from "./LanguageSwitch";
import { StatusSwitch } from "./StatusSwitch";
import { UserMenu } from "./UserMenu";
import { PALETTE_HOTKEY } from "./useHotkeys";

interface Props {
  session: Session;
  onPalette: () => void;
}

export const AgentHeader = ({ session, onPalette }: Props) => {
  const { t } = useTranslation();
  const desk = useDeskSession();
  const hasCaller = useDesk((state) => state.desk.call !== null);
  return (
    <header className="header">
      <span className="brand">CrmUms</span>
      <StatusSwitch />
      <span className="grow" />
      <ConnectionLights />
      <ChatButton />
      <Button
        size="small"
        type="text"
        icon={<Icon name="speaker" />}
        title={`${t("nav.audio")} (Alt+M)`}
        aria-label={t("nav.audio")}
        data-testid="audio-setup-button"
        onClick={() => desk.commands.openAudioSetup(true)}
      />
      <Button size="small" type="text" data-testid="palette-button" onClick={onPalette}>
        {t("nav.palette")} <KeyCap hotkey={PALETTE_HOTKEY} />
      </Button>
      <LanguageSwitch isSignedIn />
      <UserMenu session={session} isBlocked={hasCaller} />
    </header>
  );
};
