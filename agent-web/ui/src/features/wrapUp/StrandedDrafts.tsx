import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { dropDraft, strandedDrafts, type WrapUpDraft } from "../../desk/wrapUpDraft";
import { phoneForPeople } from "../../shared/phone";

/** Results the server has never accepted: shown until they are sent or deleted by hand. */
export const StrandedDrafts = () => {
  const agentId = useDesk((state) => state.desk.agent?.agentId ?? null);
  const isKnown = useDesk((state) => !state.desk.needsSnapshot);
  const inHand = useDesk((state) => state.desk.call?.interactionId ?? null);
  const [, redraw] = useState(0);
  if (agentId === null || !isKnown) return null;
  const draft = strandedDrafts(agentId, inHand)[0];
  return draft === undefined ? null : (
    <Stranded agentId={agentId} draft={draft} onDone={() => redraw((turn) => turn + 1)} />
  );
};

interface StrandedProps {
  agentId: string;
  draft: WrapUpDraft;
  onDone: () => void;
}

const Stranded = ({ agentId, draft, onDone }: StrandedProps) => {
  const { t } = useTranslation();
  const { commands } = useDeskSession();

  const handleSend = async (): Promise<void> => {
    const { topic, result, note } = draft;
    await commands.recordWrapUp(agentId, draft.interactionId, { topic, result, note }, null);
    onDone();
  };
  return (
    <span className="row stranded" data-testid="stranded-draft">
      <b>{t("wrapUp.stranded", { caller: phoneForPeople(draft.caller) })}</b>
      <span className="clip" style={{ maxWidth: 260 }} title={draft.note}>
        {draft.note}
      </span>
      <Button size="small" data-testid="stranded-send" onClick={() => void handleSend()}>
        {t("wrapUp.send")}
      </Button>
      <Button size="small" onClick={() => void navigator.clipboard?.writeText(draft.note)}>
        {t("wrapUp.copy")}
      </Button>
      <Popconfirm
        title={t("wrapUp.drop")}
        onConfirm={() => {
          dropDraft(agentId, draft.interactionId);
          onDone();
        }}
      >
        <Button size="small" danger data-testid="stranded-drop">
          {t("wrapUp.drop")}
        </Button>
      </Popconfirm>
    </span>
  );
};
