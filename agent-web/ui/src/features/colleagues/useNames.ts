import { useTranslation } from "react-i18next";
import type { CallParty, CallTarget, CallView } from "../../contracts/hub";
import { useDesk } from "../../desk/deskStore";
import { phoneForPeople } from "../../shared/phone";
import { useDirectoryOfNames } from "./useDirectory";

export interface Names {
  agent(id: string): string;
  target(target: CallTarget): string;
  party(party: CallParty, call: CallView): string;
}

/** What people call those whom the wire names by their ids. */
export const useNames = (isNeeded: boolean): Names => {
  const { t } = useTranslation();
  const self = useDesk((state) => state.desk.agent);
  const { data } = useDirectoryOfNames(isNeeded);

  const agent = (id: string): string =>
    id === self?.agentId
      ? self.displayName
      : (data?.agents.find((colleague) => colleague.id === id)?.name ?? t("parties.someone"));
  return {
    agent,
    target: ({ kind, id, level }) => {
      if (kind === "agent") return agent(id);
      if (kind === "number") return phoneForPeople(id);
      const named = kind === "queue" ? data?.queues : data?.skills;
      const name = named?.find((one) => one.id === id)?.name ?? id;
      return level === undefined ? name : t("reach.skillAtLevel", { name, level });
    },
    party: (party, call) => {
      if (party.agentId !== null) return agent(party.agentId);
      const number = phoneForPeople(party.number);
      return party.kind === "client" ? (call.client?.greetingName ?? number) : number;
    },
  };
};
