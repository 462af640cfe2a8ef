import { Button, Popconfirm, Tag } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FloorAgent, FloorCall } from "../../contracts/floor";
import type { HelpRequest } from "../../contracts/hub";
import { useDesk } from "../../desk/deskStore";
import { Elapsed } from "../../kit/Elapsed";
import { phoneForPeople } from "../../shared/phone";
import { ClientCardDrawer } from "../clients/ClientCardDrawer";
import { beep } from "../floor/beep";
import { useFloor, useWatchedFloor } from "../floor/floorStore";
import { useNames } from "../floor/useNames";
import { useSupervise } from "../supervision/useSupervise";
import { LastWords } from "./LastWords";
import { helpReasonWords } from "./reasonWords";
import "./help.css";

/** An agent, his call, and the help that he asks for in it. */
interface Asking {
  agent: FloorAgent;
  call: FloorCall;
  help: HelpRequest;
}

/** An agent may ask again in the same call. */
const keyOf = ({ call, help }: Asking): string => `${call.interactionId} ${help.askedAt}`;

const JOIN_REMINDER_MS = 10_000;

/** Whoever asks for help, over whatever the supervisor is looking at; longest first. */
export const HelpCards = () => {
  useWatchedFloor();
  const agents = useFloor((floor) => floor.agents);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const asking = [...agents.values()]
    .flatMap((agent): Asking[] => {
      const call = agent.state.call;
      return call?.help === undefined ? [] : [{ agent, call, help: call.help }];
    })
    .filter((one) => !hidden.includes(keyOf(one)))
    .sort((one, other) => one.help.askedAt.localeCompare(other.help.askedAt));
  useReminder(asking.filter(({ help }) => help.helper === null).map(keyOf));
  return (
    <div className="help-cards" aria-live="assertive">
      {asking.map((one) => (
        <HelpCard
          key={keyOf(one)}
          asking={one}
          onHide={() => setHidden((before) => [...before, keyOf(one)])}
        />
      ))}
    </div>
  );
};

const HelpCard = ({ asking, onHide }: { asking: Asking; onHide: () => void }) => {
  const { t } = useTranslation();
  const names = useNames();
  const aheadMs = useFloor((floor) => floor.clockAheadMs);
  const { agent, call, help } = asking;
  const { client, number } = call;
  const [isCardOpen, setCardOpen] = useState(false);
  return (
    <section
      className={help.helper === null ? "help-card" : "help-card is-helped"}
      role="alert"
      data-testid={`help-card-${agent.id}`}
    >
      <div className="row">
        <b className="grow clip">{t("help.card", { name: agent.setUp.name })}</b>
        <Elapsed since={help.askedAt} aheadMs={aheadMs} />
        <Button size="small" type="text" data-testid="help-hide" onClick={onHide}>
          {t("help.hide")}
        </Button>
      </div>
      <p className="help-reason" data-testid="help-card-reason">
        {helpReasonWords(help.reason)}
      </p>
      <p className="soft" data-testid="help-card-client">
        {client === undefined ? null : <b>{client.displayName} </b>}
        {client?.isVip ? <Tag color="gold">{t("call.vip")}</Tag> : null}{" "}
        {number === undefined || number.kind === "anonymous"
          ? t("call.anonymous")
          : phoneForPeople(number.shown)}
        {` · ${names.queue(call.queueId)} · `}
        <Elapsed since={call.since} aheadMs={aheadMs} />{" "}
        {client === undefined ? null : (
          <Button
            size="small"
            type="link"
            data-testid="help-client-card"
            onClick={() => setCardOpen(true)}
          >
            {t("help.clientCard")}
          </Button>
        )}
      </p>
      {client !== undefined && isCardOpen ? (
        <ClientCardDrawer clientId={client.id} onClose={() => setCardOpen(false)} />
      ) : null}
      <LastWords interactionId={call.interactionId} />
      {help.helper === null ? null : (
        <p className="help-helper">{t("help.isHelped", { name: help.helper })}</p>
      )}
      <Joins interactionId={call.interactionId} />
    </section>
  );
};

const Joins = ({ interactionId }: { interactionId: string }) => {
  const { t } = useTranslation();
  const { busy, enter, takeOver } = useSupervise();
  const hasAudio = useDesk((state) => state.desk.agent?.audio === "open");
  const shared = {
    size: "small" as const,
    disabled: !hasAudio || busy !== null,
    title: hasAudio ? undefined : t("supervision.noAudio"),
  };
  return (
    <div className="help-joins">
      <Button
        {...shared}
        type="primary"
        loading={busy === "whisper"}
        data-testid="help-whisper"
        onClick={() => void enter(interactionId, "whisper")}
      >
        {t("help.whisper")}
      </Button>
      <Button
        {...shared}
        loading={busy === "listen"}
        data-testid="help-listen"
        onClick={() => void enter(interactionId, "listen")}
      >
        {t("help.listen")}
      </Button>
      <Button
        {...shared}
        loading={busy === "barge"}
        data-testid="help-barge"
        onClick={() => void enter(interactionId, "barge")}
      >
        {t("help.barge")}
      </Button>
      <Popconfirm
        title={t("supervision.takeOver.sure")}
        okText={t("supervision.takeOver")}
        cancelText={t("supervision.takeOver.no")}
        onConfirm={() => void takeOver(interactionId)}
      >
        <Button {...shared} loading={busy === "take-over"} data-testid="help-take-over">
          {t("help.takeOver")}
        </Button>
      </Popconfirm>
    </div>
  );
};

/** A tone when somebody asks, and again for as long as nobody has come. */
const useReminder = (waiting: readonly string[]): void => {
  const known = useRef(new Set<string>());
  useEffect(() => {
    const isNew = waiting.some((key) => !known.current.has(key));
    known.current = new Set(waiting);
    if (isNew) beep();
  }, [waiting]);
  const hasWaiting = waiting.length > 0;
  useEffect(() => {
    if (!hasWaiting) return;
    const timer = setInterval(beep, JOIN_REMINDER_MS);
    return () => clearInterval(timer);
  }, [hasWaiting]);
};
