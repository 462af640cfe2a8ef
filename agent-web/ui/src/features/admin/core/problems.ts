import type { RuleKind, RuleProblem } from "../../../contracts/rules";
import { wordsFor, wordsIf } from "../../../i18n/i18n";
import type { RulesView } from "./rulesView";

/** `overflow[0].target.id` and `overflow.0.target.id` are one place. */
export const placeOf = (field: string): string => field.replace(/\[(\w+)\]/g, ".$1");

/** Whether a problem belongs to a field of the form or to something inside it. */
export const isAt = (problem: RuleProblem, place: string): boolean => {
  const at = placeOf(problem.field);
  return at === place || at.startsWith(`${place}.`);
};

/** A problem in a sentence. A code without words stands for itself, with what it says. */
export const problemWords = (problem: RuleProblem, view: RulesView): string => {
  const { code, args } = problem;
  const known = wordsIf("ruleProblem", code, valuesOf(args, view));
  if (known !== null) return known;
  const said = Object.values(args).join(", ");
  return said === "" ? code : `${code}: ${said}`;
};

/** The first words of a field's path that people know: `overflow[0].threshold` is «Переполнение 1 › Порог». */
export const fieldWords = (field: string, view: RulesView): string =>
  pathWords(placeOf(field).split("."), view);

export const pathWords = (path: readonly string[], view: RulesView): string =>
  path
    .map((part, index) => {
      if (/^\d+$/.test(part)) return `№ ${Number(part) + 1}`;
      const owner = path[index - 1];
      if (owner !== undefined && owner in keyedBy)
        return view.name(keyedBy[owner] as RuleKind, part);
      if (owner === "weights") return wordsFor("weight", part);
      if (owner === "names") return wordsFor("language", part);
      return wordsIf("field", `${owner}.${part}`) ?? wordsFor("field", part);
    })
    .join(" › ");

/** Fields whose parts are named by keys of other rules. */
const keyedBy: Readonly<Record<string, RuleKind>> = { skills: "skill", queues: "queue" };

const valuesOf = (args: RuleProblem["args"], view: RulesView): Record<string, string> => {
  const { kind, id, users, other, path, day } = args;
  return {
    ...args,
    ...(kind !== undefined && id !== undefined ? { what: what(kind, id, view) } : {}),
    ...(users !== undefined ? { users: usersWords(users.split(/,\s*/), view) } : {}),
    ...(day !== undefined ? { day: wordsIf("weekDay", day) ?? day } : {}),
    ...(other !== undefined ? { other: anyName(other, view) } : {}),
    ...(path !== undefined
      ? {
          path: path
            .split(" → ")
            .map((queue) => view.name("queue", queue))
            .join(" → "),
        }
      : {}),
  };
};

/** Users as they travel, `queue/support`, as people know them: «очередь „Поддержка“». */
export const usersWords = (users: readonly string[], view: RulesView): string =>
  users
    .map((user) => {
      const [kind = "", ...rest] = user.split("/");
      return rest.length === 0 ? user : what(kind, rest.join("/"), view);
    })
    .join(", ");

const what = (kind: string, id: string, view: RulesView): string =>
  `${wordsFor("kindOne", kind)} «${view.name(kind as RuleKind, id)}»`;

const anyName = (id: string, view: RulesView): string => {
  for (const kind of ["black-list", "number", "queue", "flow"] as const) {
    const item = view.find(kind, id);
    if (item !== null) return "number" in item ? item.number : view.name(kind, id);
  }
  return id;
};
