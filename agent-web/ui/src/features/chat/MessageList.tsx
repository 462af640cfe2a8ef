import { Button } from "antd";
import { Fragment, type UIEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ChatMessage } from "../../contracts/chat";
import { wordsIf } from "../../i18n/i18n";
import { useNow } from "../../kit/useNow";
import { day, moment } from "../../shared/time";
import { giveUp, sayAgain } from "./chatStore";
import type { Outgoing, Thread } from "./model/chat";

const NEAR_TOP_PX = 60;

interface Props {
  me: string;
  thread: Thread | undefined;
  outbox: readonly Outgoing[];
  newFrom: number | null;
  isPair: boolean;
  onOlder: () => void;
}

/** What was written, the newest at the bottom; scrolling up brings what was before. */
export const MessageList = ({ me, thread, outbox, newFrom, isPair, onOlder }: Props) => {
  const { t } = useTranslation();
  const messages = thread?.messages ?? [];
  const firstNew = messages.find(
    ({ position, authorId }) => newFrom !== null && position > newFrom && authorId !== me,
  );
  const handleScroll = ({ currentTarget: list }: UIEvent): void => {
    // The list stands on its end: zero is the bottom, what lies above is negative.
    if (list.scrollHeight - list.clientHeight + list.scrollTop < NEAR_TOP_PX) onOlder();
  };
  return (
    <div className="chat-messages" data-testid="chat-messages" onScroll={handleScroll}>
      <div role="log" aria-live="off">
        {thread?.hasOlder ? (
          <Button size="small" type="link" block data-testid="chat-older" onClick={onOlder}>
            {t("chat.older")}
          </Button>
        ) : null}
        {messages.length + outbox.length === 0 ? (
          <p className="faint chat-none">
            {t(thread === undefined ? "chat.loading" : "chat.first")}
          </p>
        ) : null}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const isNewDay = before === undefined || day(before.sentAt) !== day(message.sentAt);
          return (
            <Fragment key={message.id}>
              {isNewDay ? <p className="chat-divider">{day(message.sentAt)}</p> : null}
              {message === firstNew ? (
                <p className="chat-divider is-new" data-testid="chat-new">
                  {t("chat.new")}
                </p>
              ) : null}
              <Said
                message={message}
                isMine={message.authorId === me}
                hasAuthor={!isPair && (isNewDay || before?.authorId !== message.authorId)}
              />
            </Fragment>
          );
        })}
        {outbox.map((outgoing) => (
          <Unsent key={outgoing.id} outgoing={outgoing} />
        ))}
      </div>
    </div>
  );
};

interface SaidProps {
  message: ChatMessage;
  isMine: boolean;
  hasAuthor: boolean;
}

const Said = ({ message, isMine, hasAuthor }: SaidProps) => (
  <div
    className={isMine ? "chat-said is-mine" : "chat-said"}
    data-testid="chat-message"
    data-id={message.id}
  >
    {hasAuthor && !isMine ? <b className="chat-author clip">{message.author}</b> : null}
    <span className="chat-text">{message.text}</span>
    <time className="chat-time faint" dateTime={message.sentAt}>
      {moment(message.sentAt).slice(-5)}
    </time>
  </div>
);

const Wait = ({ until }: { until: number }) => {
  const { t } = useTranslation();
  const seconds = Math.max(1, Math.ceil((until - useNow()) / 1_000));
  return t("chat.failed.tooMany", { seconds });
};

const codes: Record<string, string> = { "server-away": "serverAway", "not-found": "notFound" };

const Unsent = ({ outgoing }: { outgoing: Outgoing }) => {
  const { t } = useTranslation();
  const { id, text, state, problem, againAt } = outgoing;
  const why = wordsIf("chat.failed", codes[problem ?? ""] ?? "") ?? t("chat.failed");
  return (
    <div
      className={
        state === "failed" ? "chat-said is-mine is-failed" : "chat-said is-mine is-sending"
      }
      data-testid="chat-outgoing"
      data-state={state}
      data-problem={problem}
    >
      <span className="chat-text">{text}</span>
      {state === "sending" ? (
        <span className="chat-time faint">{t("chat.sending")}</span>
      ) : (
        <span className="chat-why" role="alert">
          {againAt === undefined ? why : <Wait until={againAt} />}
          {againAt === undefined ? (
            <Button
              size="small"
              type="link"
              data-testid="chat-again"
              onClick={() => void sayAgain(outgoing)}
            >
              {t("chat.again")}
            </Button>
          ) : null}
          <Button
            size="small"
            type="link"
            danger
            data-testid="chat-drop"
            onClick={() => giveUp(id)}
          >
            {t("chat.drop")}
          </Button>
        </span>
      )}
    </div>
  );
};
