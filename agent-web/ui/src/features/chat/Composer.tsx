import { Button, Input } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { CHAT_TEXT_MAX } from "../../contracts/chat";
import { say } from "./chatStore";
import { keepDraft, readDraft } from "./keptTexts";

/** From here on it is said how much still fits. */
const NEAR_END = 200;

/** Where one writes. What was typed and not sent stays, also when the page is loaded anew. */
export const Composer = ({ me, room }: { me: string; room: string }) => {
  const { t } = useTranslation();
  const [text, setText] = useState(() => readDraft(me, room));
  const left = CHAT_TEXT_MAX - text.trim().length;
  const canSend = text.trim() !== "" && left >= 0;

  const change = (next: string): void => {
    setText(next);
    keepDraft(me, room, next);
  };
  const send = (): void => {
    if (!canSend) return;
    void say(room, text.trim());
    change("");
  };
  const handleKey = (event: KeyboardEvent): void => {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key !== "Enter" || !isPlain || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <footer className="chat-write">
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder={t("chat.write")}
        value={text}
        status={left < 0 ? "error" : ""}
        data-testid="chat-text"
        onChange={(event) => change(event.target.value)}
        onKeyDown={handleKey}
      />
      <span className="row">
        <span className={left < 0 ? "grow chat-too-long" : "grow faint"} data-testid="chat-left">
          {left < 0 ? t("chat.tooLong", { max: CHAT_TEXT_MAX, number: -left }) : null}
          {left >= 0 && left < NEAR_END ? t("chat.left", { number: left }) : null}
        </span>
        <Button
          size="small"
          type="primary"
          disabled={!canSend}
          data-testid="chat-send"
          onClick={send}
        >
          {t("chat.send")}
        </Button>
      </span>
    </footer>
  );
};
