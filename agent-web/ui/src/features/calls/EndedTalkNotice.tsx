import { useTranslation } from "react-i18next";
import type { EndedTalk } from "../../contracts/hub";
import { useDesk } from "../../desk/deskStore";
import { agentOf } from "../../desk/selectors";
import { wordsFor, wordsIf } from "../../i18n/i18n";

/** How the last talk ended for an agent who has nothing left to do in it, until the next one comes. */
export const EndedTalkNotice = () => {
  const { t } = useTranslation();
  const ended = useDesk((state) => agentOf(state)?.endedTalk ?? null);
  return ended === null ? null : (
    <div className="ended-talk" role="status" data-testid="ended-talk" data-ending={ended.ending}>
      {wordsIf("talkEnded", codeOf(ended)) ??
        t("talkEnded.other", { ending: wordsFor("ending", ended.ending) })}
    </div>
  );
};

/** Colleagues among themselves have no client; of whoever called the other nobody says that he hung up. */
const codeOf = ({ kind, ending }: EndedTalk): string =>
  kind === "internal" && ending !== "taken-over" ? "internal" : ending;
