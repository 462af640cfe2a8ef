import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../connection/api";
import type {
  Reason,
  RoutingDecision,
  RoutingExclusion,
  RoutingGrounds,
} from "../../contracts/rest";
import { reasonWords, wordsFor, wordsIf } from "../../i18n/i18n";
import { clock } from "../../shared/time";
import { useDeskOptions } from "../frame/deskOptions";
import { useSession } from "../frame/session";

interface Props {
  decision: RoutingDecision;
  /** Name of the agent of the interaction. */
  chosen: string | null;
}

type NameOf = (agent: string) => string;

/** Why this agent, in words: the rule that chose, who else could have come, who could not and why. */
export const Decision = ({ decision, chosen }: Props) => {
  const { t } = useTranslation();
  const nameOf = useNames();
  const grounds = decision.grounds ?? null;
  if (grounds === null) return <ShortDecision decision={decision} />;
  const best = grounds.ranking?.[0];
  const who = best === undefined ? (chosen ?? t("decision.unknownAgent")) : nameOf(best.agent);
  const personal =
    grounds.personal == null ? null : wordsIf("decision.personal", grounds.personal, { who });
  return (
    <section
      className="decision"
      data-testid="decision"
      data-strategy={decision.strategy}
      aria-label={t("decision.title")}
    >
      <p className="timeline-decision">
        <b>{t("decision.why")}</b>{" "}
        {personal ??
          t("decision.bestOf", {
            who,
            strategy: wordsFor("strategy", decision.strategy).toLowerCase(),
            total: decision.candidates,
          })}
      </p>
      <p className="soft decision-facts">{factWords(decision, grounds).join(" · ")}</p>
      <Ranking grounds={grounds} nameOf={nameOf} />
      <Exclusions grounds={grounds} nameOf={nameOf} />
    </section>
  );
};

/** Decisions of before their grounds were kept. */
const ShortDecision = ({ decision }: { decision: RoutingDecision }) => {
  const { t } = useTranslation();
  const { strategy, skill, candidates, idleSeconds, runnerUpIdleSeconds } = decision;
  return (
    <p className="timeline-decision" data-testid="decision" data-strategy={strategy}>
      <b>{t("decision.why")}</b> {wordsIf("decision", strategy) ?? wordsFor("strategy", strategy)}:{" "}
      {clock(idleSeconds ?? 0)}
      {runnerUpIdleSeconds == null
        ? ""
        : ` (${t("decision.runnerUp", { time: clock(runnerUpIdleSeconds) })})`}
      {" · "}
      {t("decision.candidates", { count: candidates, skill })}
    </p>
  );
};

const factWords = (decision: RoutingDecision, grounds: RoutingGrounds): string[] => {
  const asked = decision.skill === "" ? wordsFor("requirement", "anybody") : decision.skill;
  const step = grounds.step > 0 ? ` (${wordsFor("decision", "step", { step: grounds.step })})` : "";
  return [
    `${wordsFor("decision", "asked")}: ${asked}${step}`,
    `${wordsFor("decision", "priority")}: ${grounds.priority ?? 0}`,
    `${wordsFor("decision", "rules")}: ${wordsFor("decision", "rulesVersion", { version: grounds.rulesVersion ?? "?" })}`,
  ];
};

const Ranking = ({ grounds, nameOf }: { grounds: RoutingGrounds; nameOf: NameOf }) => {
  const { t } = useTranslation();
  const ranking = grounds.ranking ?? [];
  if (ranking.length === 0) return null;
  const terms = [
    ...new Set(ranking.flatMap((candidate) => candidate.terms.map(({ name }) => name))),
  ];
  return (
    <table className="decision-ranking" data-testid="decision-ranking">
      <thead>
        <tr>
          <th>{t("decision.candidate")}</th>
          <th>{t("decision.preference")}</th>
          {terms.map((term) => (
            <th key={term}>{wordsFor("term", term)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ranking.map(({ agent, preference, terms: own }, place) => (
          <tr key={agent}>
            <td>
              {place + 1}. {nameOf(agent)}
              {place === 0 ? <b className="decision-chosen"> {t("decision.chosen")}</b> : null}
            </td>
            <td>{preference}</td>
            {terms.map((term) => (
              <td key={term}>{termWords(term, own.find(({ name }) => name === term)?.value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Who could not take the caller, gathered by the reason. */
const Exclusions = ({ grounds, nameOf }: { grounds: RoutingGrounds; nameOf: NameOf }) => {
  const { t } = useTranslation();
  const { reasons } = useDeskOptions();
  const exclusions = grounds.exclusions ?? [];
  if (exclusions.length === 0) return null;
  const byReason = new Map<string, string[]>();
  for (const exclusion of exclusions) {
    const words = exclusionWords(exclusion, reasons);
    byReason.set(words, [...(byReason.get(words) ?? []), nameOf(exclusion.agent)]);
  }
  const total = Math.max(grounds.excludedTotal ?? 0, exclusions.length);
  return (
    <div data-testid="decision-exclusions">
      <span className="soft">{t("decision.excluded", { total })}</span>
      <ul className="decision-exclusions">
        {[...byReason].map(([words, names]) => (
          <li key={words}>
            <b>{words}</b>: {names.join(", ")}
          </li>
        ))}
        {total > exclusions.length ? (
          <li className="faint">
            {t("decision.excludedMore", { total: total - exclusions.length })}
          </li>
        ) : null}
      </ul>
    </div>
  );
};

const NOT_READY = "not-ready:";

const exclusionWords = ({ code }: RoutingExclusion, reasons: readonly Reason[]): string =>
  code.startsWith(NOT_READY)
    ? wordsFor("exclusion", "not-ready", {
        reason: reasonWords(reasons, code.slice(NOT_READY.length)).toLowerCase(),
      })
    : wordsFor("exclusion", code);

/** A value as its unit, which stands in its name, asks for. */
const termWords = (term: string, value: number | undefined): string => {
  if (value === undefined) return "—";
  if (term.endsWith("-seconds")) return clock(value);
  if (term === "occupancy" || term === "skill-fit") return `${Math.round(100 * value)} %`;
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
};

/** Names of agents for those who may know them. */
const useNames = (): NameOf => {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { data } = useQuery({
    queryKey: ["people"],
    queryFn: async ({ signal }) => (await api.status(signal)).agents,
    select: (agents) => new Map(agents.map(({ id, name }) => [id, name])),
    enabled: session?.role === "supervisor",
    staleTime: 60_000,
  });
  return (agent) => data?.get(agent) ?? t("decision.unknownAgent");
};
