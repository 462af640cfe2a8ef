import { Button, Popconfirm, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { KeyCap } from "../../../kit/KeyCap";
import { useAdmin } from "./adminContext";
import { newDraftId, putDraft, useAreDraftsKept } from "./drafts";
import type { Kind } from "./kind";
import { copyOf } from "./newItem";
import type { OpenItem } from "./useItem";

interface Props {
  kind: Kind;
  open: OpenItem;
  isBusy: boolean;
  hotkey: string;
  onDiscard(): void;
  onRemove(): void;
  onHistory(): void;
}

/** What can be done with the item, always in sight. */
export const EditorBar = ({
  kind,
  open,
  isBusy,
  hotkey,
  onDiscard,
  onRemove,
  onHistory,
}: Props) => {
  const { t } = useTranslation();
  const { view, isReadOnly } = useAdmin();
  const { item, saved, draft, isNew } = open;
  const title = kind.title(item, view);
  const hasKey = !isNew && kind.keySource !== "given" && kind.keySource !== "hidden";
  return (
    <header className="editor-bar">
      <h2 className="editor-title clip" title={title}>
        {title === "" ? t("admin.unnamed") : title}
      </h2>
      {hasKey && !title.startsWith(item.id) ? <code className="faint clip">{item.id}</code> : null}
      <DraftState open={open} />
      <span className="grow" />
      {isReadOnly ? null : (
        <>
          <Button
            type="primary"
            htmlType="submit"
            size="small"
            data-testid="save"
            loading={isBusy}
            disabled={draft === null || open.isStale}
          >
            {t("admin.save")} <KeyCap hotkey={hotkey} />
          </Button>
          {draft === null ? null : (
            <Popconfirm
              title={t(isNew ? "admin.dropDraft" : "admin.dropChanges")}
              okText={t("admin.discard")}
              onConfirm={onDiscard}
            >
              <Button size="small" data-testid="discard" disabled={isBusy}>
                {t("admin.discard")}
              </Button>
            </Popconfirm>
          )}
          {saved !== null && kind.create !== null ? <CopyButton kind={kind} open={open} /> : null}
        </>
      )}
      {saved === null ? null : (
        <Button size="small" data-testid="show-history" onClick={onHistory}>
          {t("admin.history")}
        </Button>
      )}
      {saved === null || isReadOnly || kind.single !== undefined ? null : (
        <Popconfirm
          title={t(kind.removal?.question ?? "admin.removeQuestion", { name: title })}
          description={t("admin.removeNote")}
          okText={t(kind.removal?.button ?? "admin.remove")}
          okButtonProps={{ danger: true }}
          onConfirm={onRemove}
        >
          <Button size="small" danger data-testid="remove" disabled={isBusy}>
            {t(kind.removal?.button ?? "admin.remove")}
          </Button>
        </Popconfirm>
      )}
    </header>
  );
};

const DraftState = ({ open }: { open: OpenItem }) => {
  const { t } = useTranslation();
  const areKept = useAreDraftsKept();
  if (open.draft === null) return null;
  return areKept ? (
    <Tag color="orange" data-testid="draft-mark" title={t("admin.draftKept")}>
      {t("admin.draft")}
    </Tag>
  ) : (
    <Tag color="red">{t("wrapUp.notKept")}</Tag>
  );
};

const CopyButton = ({ kind, open }: { kind: Kind; open: OpenItem }) => {
  const { t } = useTranslation();
  const { view } = useAdmin();
  const navigate = useNavigate();
  const handleCopy = (): void => {
    const id = newDraftId();
    const item = copyOf(kind, open.item, t("admin.copyName"), view);
    putDraft(kind.kind, id, { item, base: null, isTouched: true });
    void navigate(`/admin/${kind.kind}/${id}`);
  };
  return (
    <Button size="small" data-testid="copy" onClick={handleCopy}>
      {t("admin.copy")}
    </Button>
  );
};
