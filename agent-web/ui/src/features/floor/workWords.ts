import { wordsFor } from "../../i18n/i18n";
import { phoneForPeople } from "../../shared/phone";
import { moment } from "../../shared/time";
import type { WorkItem } from "./model/work";

/** In which state it is; of a call-back for later, when; of whoever is elsewhere, where. */
export const stateWords = ({ state, dueAt, through }: WorkItem): string =>
  wordsFor("work.state", state, {
    time: dueAt === null ? "" : moment(dueAt),
    through: state === "forwarded" ? phoneForPeople(through ?? "") : named(through),
  }).trim();

const named = (flow: string | null): string => (flow === null ? "" : `«${flow}»`);

export const numberWords = ({ number }: WorkItem, anonymous: string): string => {
  if (number === null || number.shown === "") return "—";
  return number.kind === "anonymous" ? anonymous : phoneForPeople(number.shown);
};
