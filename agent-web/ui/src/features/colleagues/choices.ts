import type { CallTarget } from "../../contracts/hub";
import type { Colleague, Directory, DirectorySkill } from "../../contracts/rest";
import type { Reach } from "../../desk/deskStore";

/** Somebody or something that a call can be brought to. */
export type Choice =
  | { kind: "number"; number: string }
  | { kind: "agent"; colleague: Colleague; isSelf: boolean }
  | { kind: "queue"; queue: Directory["queues"][number] }
  | { kind: "skill"; skill: DirectorySkill };

export interface Search {
  reach: Reach;
  text: string;
  skill: string | null;
  self: string;
}

const NUMBER_LIKE = /^\+?[\d\s()*#.-]{3,}$/;

/** Whom the search finds: a number that was typed, who can answer now, queues, skills, the others, oneself. */
export const choicesOf = (directory: Directory | null, search: Search): Choice[] => {
  const text = search.text.trim();
  const number: Choice[] = NUMBER_LIKE.test(text) ? [{ kind: "number", number: text }] : [];
  if (directory === null) return number;

  const skillNames = new Map(directory.skills.map(({ id, name }) => [id, name]));
  const agents = directory.agents
    .filter(({ skills }) => search.skill === null || (skills[search.skill] ?? 0) > 0)
    .filter((colleague) => isFound(text, wordsOf(colleague, skillNames)))
    .map((colleague): AgentChoice => {
      return { kind: "agent", colleague, isSelf: colleague.id === search.self };
    })
    .toSorted((a, b) => rank(a) - rank(b) || a.colleague.name.localeCompare(b.colleague.name));
  const queues =
    search.reach === "transfer" && search.skill === null
      ? directory.queues
          .filter(({ id, name }) => isFound(text, `${name} ${id}`))
          .map((queue): Choice => ({ kind: "queue", queue }))
      : [];
  const skills =
    search.reach === "transfer"
      ? directory.skills
          .filter(({ id }) => search.skill === null || search.skill === id)
          .filter(({ id, name }) => isFound(text, `${name} ${id}`))
          .map((skill): Choice => ({ kind: "skill", skill }))
      : [];
  const free = agents.filter((choice) => rank(choice) === 0);
  return [...number, ...free, ...queues, ...skills, ...agents.slice(free.length)];
};

export const targetOf = (choice: Choice): CallTarget => {
  switch (choice.kind) {
    case "number":
      return { kind: "number", id: choice.number };
    case "agent":
      return { kind: "agent", id: choice.colleague.id };
    case "queue":
      return { kind: "queue", id: choice.queue.id };
    case "skill":
      return { kind: "skill", id: choice.skill.id };
  }
};

/** Above which choice a heading stands, and which. */
export const headingOf = (
  choice: Choice,
  before: Choice | undefined,
): "reach.skills" | "reach.others" | null => {
  if (choice.kind === before?.kind) return null;
  if (choice.kind === "skill") return "reach.skills";
  return before?.kind === "skill" ? "reach.others" : null;
};

/** How many could answer now who have a skill at least so well. */
export const readyWith = (
  directory: Directory | null,
  skill: string,
  level: number,
  self: string,
): number =>
  (directory?.agents ?? []).filter(
    ({ id, available, skills }) => available && id !== self && (skills[skill] ?? 0) >= level,
  ).length;

export const keyOf = (choice: Choice): string => {
  const { kind, id } = targetOf(choice);
  return `${kind}-${id}`;
};

type AgentChoice = Extract<Choice, { kind: "agent" }>;

/** Free ones, then those at work, then those who are not there, then oneself. */
const rank = ({ colleague, isSelf }: AgentChoice): number => {
  if (isSelf) return 3;
  if (colleague.available) return 0;
  return colleague.status === "signedOut" || colleague.status === null ? 2 : 1;
};

const wordsOf = ({ name, skills, groups }: Colleague, skillNames: Map<string, string>): string =>
  [name, ...groups, ...Object.keys(skills).map((id) => skillNames.get(id) ?? id)].join(" ");

/** Each word that was typed begins a word of what is searched. */
const isFound = (text: string, searched: string): boolean => {
  const words = searched.toLowerCase().split(/[\s,-]+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((typed) => words.some((word) => word.startsWith(typed)));
};
