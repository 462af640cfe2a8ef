import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lastWordsUrl } from "../../connection/api";

/** What was said last in a talk that goes on, up to the click. */
export const LastWords = ({ interactionId }: { interactionId: string }) => {
  const { t } = useTranslation();
  // Another address each time: what was said meanwhile belongs to it.
  const [asked, setAsked] = useState(0);
  const [isMissing, setIsMissing] = useState(false);
  return (
    <div className="row help-last-words">
      <Button
        size="small"
        data-testid="last-words"
        onClick={() => {
          setIsMissing(false);
          setAsked((times) => times + 1);
        }}
      >
        ▶ {t("help.lastWords")}
      </Button>
      {isMissing ? <span className="soft">{t("help.noAudio")}</span> : null}
      {asked === 0 || isMissing ? null : (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written down yet what was said.
        <audio
          key={asked}
          autoPlay
          controls
          controlsList="nodownload"
          src={lastWordsUrl(interactionId, asked)}
          data-testid="last-words-audio"
          onError={() => setIsMissing(true)}
        />
      )}
    </div>
  );
};
