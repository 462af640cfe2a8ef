import { Button, Input, type InputRef, Tag } from "antd";
import {
  type KeyboardEvent as ReactKeyboardEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router-dom";
import { isHotkey, isTyping } from "../../../actions/hotkey";
import type { Rule } from "../../../contracts/rules";
import { ItemHistory } from "../history/ItemHistory";
import { useAdmin } from "./adminContext";
import { type Draft, draftKey, isNewDraft, useDrafts } from "./drafts";
import type { Kind } from "./kind";
import { NewItemButton } from "./NewItemButton";
import type { RulesView } from "./rulesView";

const NEW_HOTKEY = "Alt+N";
const SHOWN_MAX = 200;

interface Row {
  id: string;
  item: Rule;
  title: string;
  subtitle: string;
  isDraft: boolean;
}

/** All items of a kind, found by typing; what is not saved yet stands first. */
export const KindList = ({ kind }: { kind: Kind }) => {
  const { t } = useTranslation();
  const { view, isReadOnly } = useAdmin();
  const drafts = useDrafts();
  const [search, setSearch] = useState("");
  const [isHistoryShown, showHistory] = useState(false);
  const root = useRef<HTMLElement>(null);
  const searchField = useRef<InputRef>(null);

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (isHotkey(NEW_HOTKEY, event)) {
      event.preventDefault();
      root.current?.querySelector<HTMLElement>("[data-testid=new-item]")?.click();
    } else if (event.key === "/" && !isTyping(document.activeElement)) {
      event.preventDefault();
      searchField.current?.focus();
    }
  });
  useEffect(() => {
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  }, []);

  const rows = rowsOf(kind, view, drafts);
  const sought = search.trim().toLowerCase();
  const found = rows.filter(({ id, title, subtitle }) =>
    `${title} ${id} ${subtitle}`.toLowerCase().includes(sought),
  );
  return (
    <aside className="kind-list" ref={root} aria-label={t(kind.label)}>
      <div className="row kind-tools">
        <Input
          ref={searchField}
          size="small"
          allowClear
          data-testid="kind-search"
          aria-label={t("admin.search")}
          placeholder={t("admin.searchHint", { total: rows.length })}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => event.key === "ArrowDown" && moveFocus(root.current, event, 1)}
        />
      </div>
      <div className="row kind-tools">
        {isReadOnly ? null : <NewItemButton kind={kind} hotkey={NEW_HOTKEY} />}
        {isReadOnly || kind.Tool === undefined ? null : <kind.Tool />}
        <span className="grow" />
        <Button size="small" type="text" onClick={() => showHistory(true)}>
          {t("admin.history")}
        </Button>
      </div>
      <nav className="scroll kind-rows">
        {found.slice(0, SHOWN_MAX).map((row) => (
          <NavLink
            key={row.id}
            to={`/admin/${kind.kind}/${row.id}`}
            className="kind-row"
            data-testid="kind-row"
            data-id={row.id}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown") moveFocus(root.current, event, 1);
              if (event.key === "ArrowUp") moveFocus(root.current, event, -1);
            }}
          >
            <span className="row">
              {kind.mark?.(row.item)}
              <span className="clip grow">{row.title || t("admin.unnamed")}</span>
              {row.isDraft ? <Tag color="orange">{t("admin.draft")}</Tag> : null}
            </span>
            {row.subtitle === "" ? null : <span className="kind-subtitle">{row.subtitle}</span>}
          </NavLink>
        ))}
        {found.length > SHOWN_MAX ? (
          <p className="admin-hint">{t("admin.moreFound", { total: found.length - SHOWN_MAX })}</p>
        ) : null}
        {found.length === 0 ? (
          <p className="admin-hint">{sought === "" ? t("admin.none") : t("admin.notFound")}</p>
        ) : null}
      </nav>
      {isHistoryShown ? <ItemHistory kind={kind} onClose={() => showHistory(false)} /> : null}
    </aside>
  );
};

const rowsOf = (kind: Kind, view: RulesView, drafts: Readonly<Record<string, Draft>>): Row[] => {
  const prefix = draftKey(kind.kind, "");
  const row = (id: string, item: Rule, isDraft: boolean): Row => ({
    id,
    item,
    title: kind.title(item, view),
    subtitle: kind.subtitle?.(item, view) ?? "",
    isDraft,
  });
  const fresh = Object.entries(drafts)
    .filter(([key]) => key.startsWith(prefix) && isNewDraft(key.slice(prefix.length)))
    .map(([key, draft]) => row(key.slice(prefix.length), draft.item, true));
  const saved: readonly Rule[] = view.of(kind.kind);
  const items = [...saved, ...(kind.unsaved?.(view) ?? [])];
  const byTitle = (left: Rule, right: Rule): number =>
    kind.title(left, view).localeCompare(kind.title(right, view), view.language);
  const ordered = items
    .sort((left, right) => (kind.order?.(left, right) ?? 0) || byTitle(left, right))
    .map((item) => {
      const draft = drafts[draftKey(kind.kind, item.id)];
      return row(item.id, draft?.item ?? item, draft !== undefined);
    });
  return [...fresh, ...ordered];
};

const moveFocus = (root: HTMLElement | null, event: ReactKeyboardEvent, step: number): void => {
  const rows = [...(root?.querySelectorAll<HTMLElement>(".kind-row") ?? [])];
  const at = rows.indexOf(event.currentTarget as HTMLElement);
  event.preventDefault();
  rows[at === -1 ? 0 : at + step]?.focus();
};
