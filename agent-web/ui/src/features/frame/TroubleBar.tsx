import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { type Trouble, troubleOf } from "../../desk/selectors";
import { useBrowserOnline } from "../../kit/useBrowserOnline";
import { useNow } from "../../kit/useNow";
import { clock } from "../../shared/time";
import { StrandedDrafts } from "../wrapUp/StrandedDrafts";

const MILD: readonly Trouble["kind"][] = ["needsClick", "passedOver", "withheld", "missedOffer"];

/** One line that is always there: what is wrong and what is done about it, or that all is well. */
export const TroubleBar = () => {
  const { t } = useTranslation();
  const isBrowserOnline = useBrowserOnline();
  const trouble = troubleOf(
    useDesk((state) => state),
    isBrowserOnline,
  );
  if (trouble === null) {
    return (
      <div className="trouble-bar" data-testid="banner" data-kind="none">
        <span className="trouble-dot" />
        <span className="faint">{t("banner.fine")}</span>
        <StrandedDrafts />
      </div>
    );
  }
  const look = MILD.includes(trouble.kind) ? "is-mild" : "is-bad";
  return (
    <div
      className={`trouble-bar ${look}`}
      role="alert"
      data-testid="banner"
      data-kind={trouble.kind}
    >
      <TroubleWords trouble={trouble} />
    </div>
  );
};

const TroubleWords = ({ trouble }: { trouble: Trouble }) => {
  const { t } = useTranslation();
  const { commands } = useDeskSession();
  const microphone = useDesk((state) => state.microphone);
  const aheadMs = useDesk((state) => state.desk.clockAheadMs);
  const now = useNow();

  switch (trouble.kind) {
    case "network":
      return <span>{t("banner.network")}</span>;
    case "serverAway": {
      const time = clock((now - trouble.since) / 1_000);
      return (
        <span>{t(trouble.inTalk ? "banner.serverAwayInTalk" : "banner.serverAway", { time })}</span>
      );
    }
    case "audioLost": {
      const time = clock((now + aheadMs - Date.parse(trouble.since)) / 1_000);
      return <span>{t("banner.audioLost", { time })}</span>;
    }
    case "needsClick":
      return (
        <>
          <span>{t("banner.needsClick")}</span>
          {/* Any click unlocks: the session listens on the whole page. */}
          <Button size="small" type="primary" data-testid="unlock-sound">
            {t("banner.unlock")}
          </Button>
        </>
      );
    case "microphone": {
      const problem = microphone.kind === "problem" ? microphone.problem : "unknown";
      return (
        <>
          <span>{t("banner.microphone", { problem: t(`mic.${problem}`) })}</span>
          <Button
            size="small"
            data-testid="fix-microphone"
            onClick={() => commands.openAudioSetup(true)}
          >
            {t("banner.howToFix")}
          </Button>
        </>
      );
    }
    case "phoneAway":
      return <span>{t("banner.phoneAway")}</span>;
    case "withheld":
      return (
        <>
          <span data-obstacle={trouble.obstacle}>{t(`banner.withheld.${trouble.obstacle}`)}</span>
          {trouble.obstacle === "microphone-silent" ? (
            <Button
              size="small"
              data-testid="check-microphone"
              onClick={() => commands.openAudioSetup(true)}
            >
              {t("banner.checkMicrophone")}
            </Button>
          ) : null}
        </>
      );
    case "missedOffer":
      return <span>{t("banner.missedOffer", { count: trouble.count })}</span>;
    case "passedOver":
      return <span>{t(`banner.passedOver.${trouble.reason}`)}</span>;
  }
};
