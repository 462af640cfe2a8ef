import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";
import { useAdmin } from "./adminContext";
import { dropDraft, isNewDraft, readDraft } from "./drafts";
import { KindEditor } from "./KindEditor";
import { KindList } from "./KindList";
import type { Kind } from "./kind";

/** List and form of one kind; every kind uses it. */
export const KindPage = ({ kind }: { kind: Kind }) => {
  const { id = kind.single } = useParams<{ id: string }>();
  useDropUntouched(kind, id);
  return (
    <div className="kind-page" data-testid={`kind-${kind.kind}`}>
      {kind.single === undefined ? <KindList kind={kind} /> : null}
      <div className="kind-detail">
        {id === undefined ? <About kind={kind} /> : <KindEditor key={id} kind={kind} id={id} />}
      </div>
    </div>
  );
};

const About = ({ kind }: { kind: Kind }) => {
  const { t } = useTranslation();
  const { view, isReadOnly } = useAdmin();
  return (
    <div className="admin-about">
      <h2>{t(kind.label)}</h2>
      <p>{t(kind.about)}</p>
      <p className="faint">
        {t(view.of(kind.kind).length === 0 && !isReadOnly ? "admin.startHint" : "admin.chooseHint")}
      </p>
    </div>
  );
};

/** A new item in which nothing was typed leaves nothing behind. */
const useDropUntouched = (kind: Kind, id: string | undefined): void => {
  useEffect(() => {
    if (id === undefined || !isNewDraft(id)) return;
    return () => {
      if (readDraft(kind.kind, id)?.isTouched === false) dropDraft(kind.kind, id);
    };
  }, [kind, id]);
};
