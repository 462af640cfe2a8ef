import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import type { Rule } from "../../../contracts/rules";
import { KeyCap } from "../../../kit/KeyCap";
import { useAdmin } from "./adminContext";
import { newDraftId, putDraft } from "./drafts";
import type { Kind } from "./kind";
import { beginning, copyOf } from "./newItem";

const COPIES_MAX = 30;

/** Makes a new item: empty, after a pattern, or as a copy of one that is there. */
export const NewItemButton = ({ kind, hotkey }: { kind: Kind; hotkey: string }) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const navigate = useNavigate();
  if (kind.create === null) return null;

  const begin = (item: Rule, isTouched: boolean): void => {
    const id = newDraftId();
    putDraft(kind.kind, id, { item, base: null, isTouched });
    void navigate(`/admin/${kind.kind}/${id}`);
  };
  const button = (
    <Button
      type="primary"
      size="small"
      data-testid="new-item"
      onClick={
        kind.patterns === undefined ? () => begin(beginning(kind, null, view), false) : undefined
      }
    >
      + {t(kind.create)} <KeyCap hotkey={hotkey} />
    </Button>
  );
  if (kind.patterns === undefined) return button;

  const existing: readonly Rule[] = view.of(kind.kind);
  const items = [
    {
      key: "empty",
      label: t("admin.empty"),
      onClick: () => begin(beginning(kind, null, view), false),
    },
    {
      key: "patterns",
      type: "group" as const,
      label: t("admin.patterns"),
      children: kind.patterns.map((pattern) => ({
        key: pattern.label,
        label: (
          <div data-testid={`pattern-${pattern.label}`}>
            {t(pattern.label)}
            <div className="field-hint">{t(pattern.hint)}</div>
          </div>
        ),
        onClick: () => begin(beginning(kind, pattern, view), true),
      })),
    },
    {
      key: "copies",
      type: "group" as const,
      label: t("admin.copyOf"),
      children: existing.slice(0, COPIES_MAX).map((item) => ({
        key: `copy ${item.id}`,
        label: <span data-testid={`copy-of-${item.id}`}>{kind.title(item, view)}</span>,
        onClick: () => begin(copyOf(kind, item, t("admin.copyName"), view), true),
      })),
    },
  ];
  return (
    <Dropdown
      trigger={["click"]}
      menu={{ items: existing.length === 0 ? items.slice(0, 2) : items, className: "new-menu" }}
    >
      {button}
    </Dropdown>
  );
};
