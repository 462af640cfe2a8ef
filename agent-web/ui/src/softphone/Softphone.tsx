import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Session } from "../contracts/rest";
import { DeskProvider, useDeskSession } from "../desk/deskContext";
import { deskStore, useDesk } from "../desk/deskStore";
import { AudioSetup } from "../features/audioSetup/AudioSetup";
import { PreflightAtSignIn } from "../features/audioSetup/PreflightAtSignIn";
import { CallPanel } from "../features/calls/CallPanel";
import { useOfferAttention } from "../features/calls/useOfferAttention";
import { ConnectionLights } from "../features/frame/ConnectionLights";
import { DeskClosed } from "../features/frame/DeskClosed";
import { DeskOptionsProvider } from "../features/frame/deskOptions";
import { Notice } from "../features/frame/Notice";
import { Notices } from "../features/frame/Notices";
import { SessionGate } from "../features/frame/SessionGate";
import { StatusSwitch } from "../features/frame/StatusSwitch";
import { TroubleBar } from "../features/frame/TroubleBar";
import { useOwnDesk } from "../features/frame/useOwnDesk";
import { useRefusals } from "../features/frame/useRefusals";
import { WrapUpForm } from "../features/wrapUp/WrapUpForm";
import { Bridge } from "./bridge";
import "../features/frame/frame.css";
import "./softphone.css";

const bridge = new Bridge(deskStore);

/** The desk of an agent, as narrow as a frame in another page. */
export const Softphone = () => (
  <SessionGate>{(session) => <SoftphoneOf session={session} />}</SessionGate>
);

const SoftphoneOf = ({ session }: { session: Session }) => {
  const { t } = useTranslation();
  if (session.role === "administrator") {
    return <Notice testId="softphone-no-desk" text={t("softphone.noDesk")} />;
  }
  return <OwnDesk key={session.employeeId} />;
};

const OwnDesk = () => {
  const { desk, reopen } = useOwnDesk(true);
  const signedOut = useDesk((state) => state.desk.signedOut);
  if (desk === null) return null;
  if (signedOut !== null) return <DeskClosed reason={signedOut} onReopen={reopen} />;
  return (
    <DeskProvider value={desk}>
      <DeskOptionsProvider>
        <OpenDesk />
      </DeskOptionsProvider>
    </DeskProvider>
  );
};

const OpenDesk = () => {
  const { commands } = useDeskSession();
  useRefusals();
  useOfferAttention();
  useEffect(() => {
    bridge.open(commands);
    return () => bridge.open(null);
  }, [commands]);
  return (
    <div className="softphone" data-testid="softphone">
      <header className="row softphone-header">
        <StatusSwitch />
        <span className="grow" />
        <ConnectionLights />
      </header>
      <TroubleBar />
      <Notices />
      <CallPanel />
      <WrapUpForm />
      <AudioSetup />
      <PreflightAtSignIn />
    </div>
  );
};
