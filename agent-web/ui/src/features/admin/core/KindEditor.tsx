import { App } from "antd";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import type { RuleProblem } from "../../../contracts/rules";
import { ItemHistory } from "../history/ItemHistory";
import { useAdmin } from "./adminContext";
import { ConflictNotice } from "./ConflictNotice";
import { isNewDraft, readDraft } from "./drafts";
import { EditorBar } from "./EditorBar";
import { FormProvider } from "./formContext";
import type { Kind } from "./kind";
import { ProblemSummary } from "./ProblemSummary";
import { placeOf } from "./problems";
import { SectionJumps } from "./SectionJumps";
import { keyProblems, useCheck } from "./useCheck";
import { useItem } from "./useItem";
import { useSave } from "./useSave";
import { useSaveHotkey } from "./useSaveHotkey";

const SAVE_HOTKEY = "Ctrl+S";

/** The form of one item: typed, checked, saved; nothing typed is ever lost. */
export const KindEditor = ({ kind, id }: { kind: Kind; id: string }) => {
  const { t } = useTranslation();
  const { view, isReadOnly } = useAdmin();
  const navigate = useNavigate();
  const open = useItem(kind, id);
  const saving = useSave(kind, id, open);
  const checked = useCheck(kind, open);
  const [isHistoryShown, showHistory] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLeaveWarning(kind, id);

  const handleSave = async (): Promise<void> => {
    if (open === null || open.draft === null || open.isStale || isReadOnly) return;
    if (await saving.save()) void navigate(`/admin/${kind.kind}/${open.item.id}`);
    else requestAnimationFrame(() => focusFirstProblem(form.current));
  };
  useSaveHotkey(SAVE_HOTKEY, () => void handleSave());

  // A new item that was saved a moment ago has its address in a moment.
  if (open === null) return isNewDraft(id) ? null : <p className="admin-hint">{t("admin.gone")}</p>;
  const { item, draft, isNew } = open;
  const refused = saving.refusal?.item === item ? saving.refusal.problems : [];
  const isTaken = view.find(kind.kind, item.id) !== null;
  const own = draft?.isTouched ? keyProblems(kind, open, isTaken) : [];
  const problems = distinct([...refused, ...own, ...checked]);

  const handleRemove = async (): Promise<void> => {
    if (await saving.remove()) void navigate(`/admin/${kind.kind}`);
  };
  return (
    <FormProvider value={{ problems, isReadOnly }}>
      <form
        ref={form}
        className="editor"
        data-testid="editor"
        data-draft={draft !== null}
        onSubmit={(event) => {
          event.preventDefault();
          void handleSave();
        }}
      >
        <EditorBar
          kind={kind}
          open={open}
          isBusy={saving.isBusy}
          hotkey={SAVE_HOTKEY}
          onDiscard={() => {
            open.discard();
            if (isNew) void navigate(`/admin/${kind.kind}`);
          }}
          onRemove={() => void handleRemove()}
          onHistory={() => showHistory(true)}
        />
        <SectionJumps form={form} item={id} />
        <div className="editor-body">
          {open.isStale && !saving.isBusy ? <ConflictNotice kind={kind} open={open} /> : null}
          <ProblemSummary problems={problems} />
          <kind.Form item={item} isNew={isNew} change={open.change} />
        </div>
      </form>
      {isHistoryShown ? (
        <ItemHistory kind={kind} id={item.id} onClose={() => showHistory(false)} />
      ) : null}
    </FormProvider>
  );
};

/** Tells whoever closes the page, or goes to another item, that something is not saved. */
const useLeaveWarning = (kind: Kind, id: string): void => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const { message } = App.useApp();

  const handleUnload = useEffectEvent((event: BeforeUnloadEvent) => {
    if (readDraft(kind.kind, id)?.isTouched) event.preventDefault();
  });
  const handleLeave = useEffectEvent(() => {
    const draft = readDraft(kind.kind, id);
    if (!draft?.isTouched) return;
    const name = kind.title(draft.item, view);
    void message.warning({ key: "left", content: t("admin.leftUnsaved", { name }), duration: 5 });
  });
  useEffect(() => {
    window.addEventListener("beforeunload", handleUnload);
    return () => {
      window.removeEventListener("beforeunload", handleUnload);
      handleLeave();
    };
  }, []);
};

const focusFirstProblem = (form: HTMLFormElement | null): void => {
  const problem = form?.querySelector("[data-field] [role=alert]");
  const field = problem?.closest("[data-field]");
  field?.scrollIntoView({ block: "center" });
  field?.querySelector<HTMLElement>("input, textarea, button")?.focus({ preventScroll: true });
};

const distinct = (problems: readonly RuleProblem[]): RuleProblem[] => {
  const seen = new Set<string>();
  return problems.filter(({ code, field }) => {
    const key = `${code} ${placeOf(field)}`;
    return seen.has(key) ? false : seen.add(key);
  });
};
