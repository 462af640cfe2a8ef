import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Colleague, Directory, DirectorySkill } from "../../contracts/rest";
import { useDesk } from "../../desk/deskStore";
import { reasonWords } from "../../i18n/i18n";
import { Elapsed } from "../../kit/Elapsed";
import { Icon } from "../../kit/Icon";
import { phoneForPeople } from "../../shared/phone";
import { clock } from "../../shared/time";
import { useDeskOptions } from "../frame/deskOptions";
import { type Choice, headingOf, keyOf } from "./choices";

interface Props {
  choices: readonly Choice[];
  chosen: Choice | undefined;
  skills: Directory["skills"];
  onChoose: (choice: Choice) => void;
  onGo: (choice: Choice) => void;
}

/** Who can be reached, with what he does now. One click chooses, two carry out. */
export const ReachList = ({ choices, chosen, skills, onChoose, onGo }: Props) => {
  const { t } = useTranslation();
  return (
    <ul className="reach-list" data-testid="reach-list">
      {choices.map((choice, place) => (
        <li key={keyOf(choice)}>
          <Heading words={headingOf(choice, choices[place - 1])} />
          <Row
            choice={choice}
            isChosen={choice === chosen}
            skills={skills}
            onChoose={() => onChoose(choice)}
            onGo={() => onGo(choice)}
          />
        </li>
      ))}
      {choices.length === 0 ? <li className="faint reach-none">{t("reach.none")}</li> : null}
    </ul>
  );
};

const Heading = ({ words }: { words: ReturnType<typeof headingOf> }) => {
  const { t } = useTranslation();
  return words === null ? null : <div className="reach-heading faint">{t(words)}</div>;
};

interface RowProps {
  choice: Choice;
  isChosen: boolean;
  skills: Directory["skills"];
  onChoose: () => void;
  onGo: () => void;
}

const Row = ({ choice, isChosen, skills, onChoose, onGo }: RowProps) => {
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView?.({ block: "nearest" });
  }, [isChosen]);
  return (
    <button
      ref={row}
      type="button"
      tabIndex={-1} // The arrows of the search field lead here.
      className={isChosen ? "reach-row is-chosen" : "reach-row"}
      data-testid={`reach-${keyOf(choice)}`}
      data-chosen={isChosen}
      data-available={choice.kind === "agent" ? choice.colleague.available : undefined}
      data-status={choice.kind === "agent" ? (choice.colleague.status ?? "unknown") : undefined}
      onClick={onChoose}
      onDoubleClick={onGo}
    >
      {choice.kind === "number" ? <NumberRow number={choice.number} /> : null}
      {choice.kind === "queue" ? <QueueRow queue={choice.queue} /> : null}
      {choice.kind === "skill" ? <SkillRow skill={choice.skill} /> : null}
      {choice.kind === "agent" ? (
        <AgentRow colleague={choice.colleague} isSelf={choice.isSelf} skills={skills} />
      ) : null}
    </button>
  );
};

const NumberRow = ({ number }: { number: string }) => {
  const { t } = useTranslation();
  return (
    <>
      <Icon name="phone" size={14} />
      <b className="grow">{t("reach.number", { number: phoneForPeople(number) })}</b>
    </>
  );
};

const QueueRow = ({ queue }: { queue: Directory["queues"][number] }) => {
  const { t } = useTranslation();
  const { name, waiting, estimatedWaitSeconds } = queue;
  const agents = queue.agents ?? "—";
  return (
    <>
      <Icon name="queue" size={14} />
      <span className="reach-name clip">{name}</span>
      <span className="faint clip grow">{t("reach.queue")}</span>
      <span className="soft">
        {t("reach.queueState", { waiting, agents })}
        {estimatedWaitSeconds === null ? "" : ` · ~${clock(estimatedWaitSeconds)}`}
      </span>
    </>
  );
};

const SkillRow = ({ skill: { name, ready, signedIn } }: { skill: DirectorySkill }) => {
  const { t } = useTranslation();
  return (
    <>
      <Icon name="user" size={14} />
      <span className={ready === 0 ? "reach-name clip soft" : "reach-name clip"}>{name}</span>
      <span className="faint clip grow">{t("reach.whoever")}</span>
      <span className="soft">{t("reach.skillState", { ready, signedIn })}</span>
    </>
  );
};

interface AgentRowProps {
  colleague: Colleague;
  isSelf: boolean;
  skills: Directory["skills"];
}

const AgentRow = ({ colleague, isSelf, skills }: AgentRowProps) => {
  const { t } = useTranslation();
  const { reasons } = useDeskOptions();
  const aheadMs = useDesk((state) => state.desk.clockAheadMs);
  const { name, status, reason, since, available } = colleague;
  const skillNames = skills.filter(({ id }) => (colleague.skills[id] ?? 0) > 0);
  const isOff = isSelf || !available;
  const colour = status === null ? "var(--ink-faint)" : `var(--state-${status})`;
  return (
    <>
      <span className="reach-dot" style={{ background: colour, opacity: isOff ? 0.55 : 1 }} />
      <span className={isOff ? "reach-name clip soft" : "reach-name clip"}>{name}</span>
      <span className="faint clip grow">{skillNames.map((skill) => skill.name).join(", ")}</span>
      {isSelf ? (
        <span className="faint">{t("reach.you")}</span>
      ) : (
        <>
          <span className="clip" style={{ color: colour }}>
            {t(status === null ? "reach.unknown" : `status.${status}`)}
            {reason === null ? "" : ` · ${reasonWords(reasons, reason)}`}
          </span>
          <span className="faint reach-since">
            {status === "signedOut" || since === null ? (
              ""
            ) : (
              <Elapsed since={since} aheadMs={aheadMs} />
            )}
          </span>
        </>
      )}
    </>
  );
};
