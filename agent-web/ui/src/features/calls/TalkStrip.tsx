import { useTranslation } from "react-i18next";
import type { CallView } from "../../contracts/hub";
import { useDesk } from "../../desk/deskStore";
import { callOf } from "../../desk/selectors";
import { wordsFor } from "../../i18n/i18n";
import { useNames } from "../colleagues/useNames";
import { HelpStrip } from "../help/HelpStrip";
import { PartyList } from "./PartyList";

/** What there is to know of a call that several share: who hands it on, what came of it, who takes part. */
export const TalkStrip = () => {
  const call = useDesk(callOf);
  return call === null ? null : (
    <>
      <SilentMicrophone />
      <Trouble call={call} />
      <HelpStrip call={call} />
      <HandOverNote call={call} />
      <TransferState call={call} />
      <PartyList call={call} />
    </>
  );
};

const SilentMicrophone = () => {
  const { t } = useTranslation();
  const isSilent = useDesk((state) => state.talkNow?.isSilent ?? false);
  return isSilent ? (
    <div className="talk-strip is-silent" role="alert" data-testid="microphone-silent">
      {t("quality.silent")}
    </div>
  ) : null;
};

/** Who thinks that he is not heard must know when he is. */
const Trouble = ({ call: { trouble } }: { call: CallView }) => {
  const { t } = useTranslation();
  return trouble === null ? null : (
    <div className="talk-strip transfer is-failed" role="alert" data-testid="trouble">
      <b>{t(`trouble.${trouble.arrangement}`)}</b>{" "}
      {t(trouble.isTriedAgain ? "trouble.again" : "trouble.givenUp")}
    </div>
  );
};

const HandOverNote = ({ call: { handOver, kind } }: { call: CallView }) => {
  const { t } = useTranslation();
  const isPlain = kind === "internal" && handOver?.note === ""; // Only a colleague who calls.
  const names = useNames(handOver !== null);
  return handOver === null || isPlain ? null : (
    <div className="talk-strip hand-over" data-testid="hand-over">
      <b>{t("handOver.from", { name: names.agent(handOver.fromAgentId) })}</b>{" "}
      {handOver.note === "" ? (
        <span className="faint">{t("handOver.noNote")}</span>
      ) : (
        <span data-testid="hand-over-note">{handOver.note}</span>
      )}
    </div>
  );
};

const TransferState = ({ call: { transfer } }: { call: CallView }) => {
  const { t } = useTranslation();
  const names = useNames(transfer !== null);
  if (transfer === null) return null;
  const { state, purpose, failure } = transfer;
  const whom = names.target(transfer.target);
  return (
    <div
      className={state === "failed" ? "talk-strip transfer is-failed" : "talk-strip transfer"}
      role={state === "failed" ? "alert" : "status"}
      data-testid="transfer"
      data-state={state}
      data-failure={failure ?? ""}
    >
      {t(`transfer.${state}.${purpose}`, {
        whom,
        failure: failure === null ? "" : wordsFor("failure", failure),
      })}
    </div>
  );
};
