import { Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { DeskAction } from "../../actions/action";
import { muteParty } from "../../actions/muteParty";
import { removeParty } from "../../actions/removeParty";
import type { CallParty, CallView } from "../../contracts/hub";
import { useDeskSession } from "../../desk/deskContext";
import { useDesk } from "../../desk/deskStore";
import { agentOf } from "../../desk/selectors";
import { Icon, type IconName } from "../../kit/Icon";
import { useNames } from "../colleagues/useNames";
import { useActionLabel } from "../frame/useActionLabel";

/** Everybody in the talk with what he hears; whose call it is silences them and sends them out. */
export const PartyList = ({ call }: { call: CallView }) => {
  const { t } = useTranslation();
  const isTold = call.parties.length > (call.kind === "internal" ? 2 : 0);
  const names = useNames(isTold);
  const self = useDesk((state) => agentOf(state)?.agentId ?? null);
  if (!isTold) return null;
  return (
    <ul className="talk-strip parties" aria-label={t("parties.title")} data-testid="parties">
      {call.parties.map((party) => (
        <Party
          key={party.id}
          party={party}
          name={names.party(party, call)}
          isSelf={party.agentId === self}
        />
      ))}
    </ul>
  );
};

interface PartyProps {
  party: CallParty;
  name: string;
  isSelf: boolean;
}

const Party = ({ party, name, isSelf }: PartyProps) => {
  const { t } = useTranslation();
  return (
    <li
      className={`party is-${party.state}`}
      data-testid={`party-${party.id}`}
      data-kind={party.kind}
      data-state={party.state}
      data-muted={party.isMuted}
    >
      <span className="party-dot" />
      <span className="grow party-words">
        <span className="clip party-name" title={name}>
          {name}
          {isSelf ? <span className="faint"> · {t("parties.you")}</span> : null}
        </span>
        <span className="clip soft party-state">
          {t(`parties.${party.state}`)}
          {party.isMuted ? ` · ${t("parties.muted")}` : ""}
          {party.isOwner ? ` · ${t("parties.owner")}` : ""}
        </span>
      </span>
      {isSelf ? null : (
        <>
          {party.state === "talking" || party.isMuted ? (
            <PartyButton
              action={muteParty(party.id, !party.isMuted)}
              testId={`party-mute-${party.id}`}
              icon={party.isMuted ? "microphoneOff" : "microphone"}
            />
          ) : null}
          {party.kind === "client" ? null : (
            <PartyButton
              action={removeParty(party.id)}
              testId={`party-remove-${party.id}`}
              icon="close"
            />
          )}
        </>
      )}
    </li>
  );
};

interface ButtonProps {
  action: DeskAction;
  testId: string;
  icon: IconName;
}

const PartyButton = ({ action, testId, icon }: ButtonProps) => {
  const { t } = useTranslation();
  const words = useActionLabel()(action);
  const { commands } = useDeskSession();
  const availability = action.availability(useDesk((state) => state));
  if (availability.kind === "absent") return null;
  return (
    <Tooltip title={availability.kind === "blocked" ? t(availability.why) : words}>
      <Button
        size="small"
        type="text"
        aria-label={words}
        icon={<Icon name={icon} size={14} />}
        disabled={availability.kind !== "available"}
        data-testid={testId}
        onClick={() => availability.kind === "available" && availability.run(commands)}
      />
    </Tooltip>
  );
};
