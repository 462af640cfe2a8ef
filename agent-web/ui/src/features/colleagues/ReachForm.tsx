import { Alert, Button, Input, type InputRef, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallTarget } from "../../contracts/hub";
import { useDeskSession } from "../../desk/deskContext";
import { type Reach, useDesk } from "../../desk/deskStore";
import { agentOf, callOf } from "../../desk/selectors";
import { RefusalWords } from "../frame/RefusalWords";
import { type Choice, choicesOf, keyOf, readyWith, targetOf } from "./choices";
import { ReachList } from "./ReachList";

const NOTE_MAX = 1_000;
const LEVELS = Array.from({ length: 10 }, (_, place) => place + 1);

/** Search, list, note: typed, chosen with the arrows and carried out with Enter. */
export const ReachForm = ({ reach }: { reach: Reach }) => {
  const { t } = useTranslation();
  const carryOut = useCarryOut(reach);
  const self = useDesk((state) => agentOf(state)?.agentId ?? "");
  const isBusy = useDesk((state) => state.busy !== null);
  const refused = useDesk((state) => state.refused);
  const directory = useDesk((state) => state.desk.directory);
  const isStale = useDesk((state) => state.desk.needsSnapshot);
  const input = useRef<InputRef>(null);
  const [text, setText] = useState("");
  const [skill, setSkill] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const [at, setAt] = useState<string | null>(null);
  const [level, setLevel] = useState(1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: also when the same dialog serves another end
  useEffect(() => input.current?.focus(), [reach]);

  const choices = choicesOf(directory, { reach, text, skill, self });
  // Who was chosen stays chosen when the states around him change.
  const place = Math.max(
    0,
    choices.findIndex((choice) => keyOf(choice) === at),
  );
  const chosen = choices[place];

  const go = (choice: Choice | undefined): void => {
    if (choice === undefined || isBusy) return;
    const target = targetOf(choice);
    const isPicky = target.kind === "skill" && level > 1;
    void carryOut(isPicky ? { ...target, level } : target, note.trim());
  };
  const move = (step: number): void => {
    const next = choices[(place + step + choices.length) % Math.max(1, choices.length)];
    if (next !== undefined) setAt(keyOf(next));
  };
  const handleKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") go(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <div className="reach">
      <div className="row">
        <Input
          ref={input}
          value={text}
          placeholder={t(`reach.search.${reach}`)}
          data-testid="reach-search"
          onChange={(event) => {
            setText(event.target.value);
            setAt(null);
          }}
          onKeyDown={handleKeyDown}
        />
        <Select
          className="reach-skill"
          data-testid="reach-skill"
          aria-label={t("reach.skill")}
          placeholder={t("reach.skill")}
          value={skill}
          allowClear
          options={(directory?.skills ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id: string | null | undefined) => setSkill(id ?? null)}
        />
      </div>
      <ReachList
        choices={choices}
        chosen={chosen}
        skills={directory?.skills ?? []}
        onChoose={(choice) => setAt(keyOf(choice))}
        onGo={go}
      />
      {reach === "call" ? null : (
        <Input.TextArea
          value={note}
          rows={2}
          maxLength={NOTE_MAX}
          placeholder={t("reach.note")}
          aria-label={t("reach.note")}
          data-testid="reach-note"
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            go(chosen);
          }}
        />
      )}
      {refused === null ? null : (
        <Alert type="warning" showIcon title={<RefusalWords refused={refused} />} />
      )}
      <div className="row">
        <span className="faint clip grow reach-keys">
          {isStale ? <b className="reach-stale">{t("reach.failed")}</b> : t("reach.keys")}
        </span>
        {chosen?.kind === "skill" ? (
          <Select
            className="reach-level"
            data-testid="reach-level"
            aria-label={t("reach.level")}
            value={level}
            options={LEVELS.map((value) => ({
              value,
              label: t("reach.levelReady", {
                level: value,
                ready: readyWith(directory, chosen.skill.id, value, self),
              }),
            }))}
            onChange={setLevel}
          />
        ) : null}
        <Button
          type="primary"
          disabled={chosen === undefined || isBusy}
          data-testid="reach-go"
          onClick={() => go(chosen)}
        >
          {t(`reach.${reach}`)}
        </Button>
      </div>
    </div>
  );
};

/** Tells the server, and closes the dialog when it has accepted. */
const useCarryOut = (reach: Reach) => {
  const { commands } = useDeskSession();
  const interactionId = useDesk((state) => callOf(state)?.interactionId ?? "");
  const tell = (target: CallTarget, note: string): Promise<boolean> => {
    switch (reach) {
      case "call":
        return target.kind === "agent" ? commands.callAgent(target.id) : commands.dial(target.id);
      case "transfer":
        return commands.transfer(interactionId, target, note);
      case "consult":
        return commands.consult(interactionId, target, note);
      case "add":
        return commands.addParty(interactionId, target, note);
    }
  };
  return async (target: CallTarget, note: string): Promise<void> => {
    if (await tell(target, note)) commands.openReach(null);
  };
};
