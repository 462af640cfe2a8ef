import type { TimelineEntry } from "../../contracts/rest";
import { wordsFor, wordsIf } from "../../i18n/i18n";
import { kebab } from "../../shared/kebab";
import { phoneForPeople } from "../../shared/phone";
import { nodeTitle } from "../flows/words";
import { helpReasonWords } from "../help/reasonWords";

type Detail = Readonly<Record<string, unknown>>;

/** What people call a queue, a flow, a skill or somebody; null where nobody told us. */
export type NameOf = (kind: "queue" | "flow" | "skill" | "person", id: string) => string | null;

/** A step of a walk through a flow: its code stands in `note`. */
const noteOf = ({ kind, detail }: TimelineEntry): Detail | null =>
  kind === "flow-noted" && typeof detail.note === "object" ? (detail.note as Detail) : null;

/** What happened, as a sentence. */
export const happeningWords = (entry: TimelineEntry): string => {
  const note = noteOf(entry);
  const code = note === null ? null : textOf(note, "note");
  return (code && wordsIf("flowNote", code)) || wordsFor("timeline", entry.kind);
};

/** What it says beyond its name, as far as it is for people. */
export const happeningDetails = (entry: TimelineEntry, nameOf: NameOf): string => {
  const note = noteOf(entry);
  const said = note === null ? eventDetails(entry, nameOf) : noteDetails(note, nameOf);
  return said.filter((part) => part !== null && part !== "").join(" · ");
};

/** What a caller and an assistant said to each other. */
export const transcriptOf = (entry: TimelineEntry): string | null => {
  const note = noteOf(entry);
  return note === null ? null : textOf(note, "transcript");
};

const eventDetails = (
  { kind, agentName, detail }: TimelineEntry,
  nameOf: NameOf,
): (string | null)[] => {
  const flow = textOf(detail, "flow");
  const by = textOf(detail, "by");
  return [
    agentName,
    by && nameOf("person", by),
    codeWords("ending", detail, "ending"),
    queueWords(detail, nameOf),
    skillWords(detail.skill as SkillAsked | undefined, nameOf),
    flow && nameOf("flow", flow),
    reasonOf(kind, detail),
    codeWords("dialEnding", detail, "outcome"),
    codeWords("arrangement", detail, "arrangement"),
    kind === "talk-supervised" ? codeWords("supervision", detail, "mode") : null,
    detail.isSeen === false ? wordsFor("supervision", "unseen") : null,
    shownNumberWords(detail),
    kind === "priority-given" ? signed(Number(detail.points)) : null,
    kind === "talk-quality-measured" ? qualityWords(detail.quality as KeptQuality) : null,
  ];
};

const reasonOf = (kind: string, detail: Detail): string | null => {
  if (kind === "queue-left") return codeWords("queueLeaving", detail, "reason");
  const reason = textOf(detail, "reason");
  return kind === "help-asked" && reason !== null ? helpReasonWords(reason) : reason;
};

const noteDetails = (note: Detail, nameOf: NameOf): (string | null)[] => {
  const node = textOf(note, "node");
  const step = node && stepWords(node);
  switch (note.note) {
    case "node-entered":
      return [step, queueWords(note, nameOf)];
    case "variables-changed":
      return [Object.keys((note.set ?? {}) as Detail).join(", ")];
    case "menu-chosen":
      return [textOf(note, "digit"), textOf(note, "label"), step];
    case "client-identified":
      return [codeWords("flowChoice.by", note, "by")];
    case "looked-up":
      return [step, lookUpWords(note.status)];
    case "voicemail-left":
      return [queueWords(note, nameOf), wordsFor("flowNote", "seconds", { seconds: note.seconds })];
    case "callback-agreed":
      return [queueWords(note, nameOf)];
    case "dial-ended":
      return [codeWords("dialEnding", note, "ending")];
    case "assistant-returned":
      return [textOf(note, "summary")];
    case "survey-answered":
      return [
        String(note.score),
        codeWords("flowChoice.kind", note, "kind"),
        textOf(note, "question"),
      ];
    case "faulted":
      return [step, codeWords("flowFault", note, "code"), textOf(note, "detail")];
    case "ended":
      return [codeWords("flowEnding", note, "ending")];
    default:
      return [];
  }
};

interface KeptQuality {
  mos: number;
  mosLeast: number;
  loss: number;
  jitterMs: number | null;
  rttMs: number | null;
  isMicrophoneSilent: boolean;
}

const qualityWords = (quality: KeptQuality): string => {
  const { mos, mosLeast, loss, jitterMs, rttMs, isMicrophoneSilent } = quality;
  const known = (value: number | null): string =>
    value === null ? "?" : String(Math.round(value));
  const words = wordsFor("quality", "kept", {
    mos: mos.toFixed(1),
    least: mosLeast.toFixed(1),
    loss: (loss * 100).toFixed(1),
    jitter: known(jitterMs),
    rtt: known(rttMs),
  });
  return isMicrophoneSilent ? `${words} · ${wordsFor("quality", "wasSilent")}` : words;
};

interface SkillAsked {
  skill: string;
  level: number;
}

/** To whoever has it, at a level when that was said. */
const skillWords = (asked: SkillAsked | undefined, nameOf: NameOf): string | null => {
  if (asked === undefined) return null;
  const name = nameOf("skill", asked.skill) ?? asked.skill;
  return asked.level > 1 ? `${name} ≥ ${asked.level}` : name;
};

/** Which number those saw whom we called, and why. */
const shownNumberWords = (detail: Detail): string | null => {
  const number = textOf(detail, "callerId");
  const rule = textOf(detail, "callerIdRule");
  if (number === null || number === "") return null;
  return rule === null
    ? wordsFor("shownNumber", "usual", { number: phoneForPeople(number) })
    : wordsFor("shownNumber", "byRule", { number: phoneForPeople(number), rule });
};

const signed = (points: number): string => (points > 0 ? `+${points}` : `${points}`);

const textOf = (detail: Detail, field: string): string | null => {
  const value = detail[field];
  return typeof value === "string" ? value : null;
};

const codeWords = (prefix: string, detail: Detail, field: string): string | null => {
  const code = textOf(detail, field);
  return code === null ? null : wordsFor(prefix, kebab(code));
};

const queueWords = (detail: Detail, nameOf: NameOf): string | null => {
  const queue = textOf(detail, "queue");
  return queue === null ? null : (nameOf("queue", queue) ?? queue);
};

const lookUpWords = (status: unknown): string =>
  typeof status === "number"
    ? wordsFor("flowNote", "lookupStatus", { status })
    : wordsFor("flowNote", "lookupSilent");

/** The place to which callers go when their flow cannot lead them on. */
const FALLBACK = "!";

const stepWords = (node: string): string =>
  node === FALLBACK
    ? wordsFor("flowNote", "fallback")
    : nodeTitle({ id: node, type: node.replace(/-\d+$/, "") });
