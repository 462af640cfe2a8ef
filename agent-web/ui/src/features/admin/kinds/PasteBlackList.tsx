import { Button, Input, Modal, Progress } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../../connection/restClient";
import { rulesApi } from "../../../connection/rulesApi";
import type { BlackListRule } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import { freeKey, slug } from "../../../shared/slug";
import { useAdmin } from "../core/adminContext";
import { problemWords } from "../core/problems";
import type { RulesView } from "../core/rulesView";
import { blackListKey } from "./blackList";
import { type PastedLine, readPasted } from "./pasted";

interface Outcome {
  done: number;
  total: number;
  failures: { line: string; why: string }[];
}

/** Many numbers at once, out of a table or a letter: one to a line, the rest of the line is the reason. */
export const PasteBlackList = ({ onClose }: { onClose(): void }) => {
  const { t } = useTranslation();
  const { view, refresh } = useAdmin();
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const lines = readPasted(text, view.of("black-list"));
  const good = lines.filter((line) => line.kind === "new");
  const isBusy = outcome !== null && outcome.done < outcome.total;

  const handleAdd = async (): Promise<void> => {
    const failures: Outcome["failures"] = [];
    const taken = new Set(view.of("black-list").map(({ id }) => id));
    for (const [index, line] of good.entries()) {
      setOutcome({ done: index, total: good.length, failures: [...failures] });
      const item = entryOf(line, reason, taken);
      taken.add(item.id);
      try {
        await rulesApi.put("black-list", item, null);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        failures.push({ line: line.text, why: whyNot(error, view) });
      }
    }
    setOutcome({ done: good.length, total: good.length, failures });
    await refresh();
    setText(failures.map(({ line }) => line).join("\n"));
    if (failures.length === 0) onClose();
  };

  return (
    <Modal
      open
      title={t("blackList.pasteTitle")}
      width={680}
      onCancel={isBusy ? () => {} : onClose}
      footer={[
        <Button key="close" disabled={isBusy} onClick={onClose}>
          {t("admin.close")}
        </Button>,
        <Button
          key="add"
          type="primary"
          loading={isBusy}
          disabled={good.length === 0 || good.some((line) => (line.reason || reason) === "")}
          onClick={() => void handleAdd()}
        >
          {t("blackList.add", { total: good.length })}
        </Button>,
      ]}
    >
      <p className="soft">{t("blackList.pasteHint")}</p>
      <Input.TextArea
        className="mono"
        rows={8}
        aria-label={t("blackList.numbers")}
        placeholder={"+998901234567 хулиганство\n+99871*"}
        value={text}
        disabled={isBusy}
        onChange={(event) => setText(event.target.value)}
      />
      <Input
        className="paste-reason"
        aria-label={t("blackList.commonReason")}
        placeholder={t("blackList.commonReason")}
        value={reason}
        disabled={isBusy}
        onChange={(event) => setReason(event.target.value)}
      />
      <Verdicts lines={lines} />
      {outcome === null ? null : (
        <Progress percent={Math.round((100 * outcome.done) / Math.max(1, outcome.total))} />
      )}
      {outcome?.failures.map(({ line, why }) => (
        <p key={line} className="field-problem" role="alert">
          {line}: {why}
        </p>
      ))}
    </Modal>
  );
};

/** What will come of the lines, before anything is sent. */
const Verdicts = ({ lines }: { lines: readonly PastedLine[] }) => {
  const { t } = useTranslation();
  const count = (kind: PastedLine["kind"]): number =>
    lines.filter((line) => line.kind === kind).length;
  const bad = lines.filter((line) => line.kind === "bad");
  if (lines.length === 0) return null;
  return (
    <p data-testid="paste-verdict">
      {t("blackList.verdict", { fresh: count("new"), known: count("known"), bad: bad.length })}
      {bad.length === 0 ? null : (
        <span className="field-problem">
          {" "}
          {bad
            .slice(0, 5)
            .map(({ text }) => text)
            .join("; ")}
        </span>
      )}
    </p>
  );
};

const entryOf = (line: PastedLine, reason: string, taken: ReadonlySet<string>): BlackListRule => ({
  id: freeKey(slug(blackListKey(line)), (key) => taken.has(key)),
  number: line.number,
  prefix: line.prefix,
  reason: line.reason || reason,
  expiresAt: null,
  treatment: "reject",
  prompt: "",
});

const whyNot = (error: Problem, view: RulesView): string =>
  (error.details.problems ?? []).map((problem) => problemWords(problem, view)).join("; ") ||
  wordsFor("adminFault", error.code);
