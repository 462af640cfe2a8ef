import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";
import { useAdmin } from "./adminContext";
import { KindEditor } from "./KindEditor";
import { KindList } from "./KindList";
import type { Kind } from "./kind";
import { useDropUntouched } from "./useDropUntouched";

/** List and form of one kind; every kind uses it. */
export const KindPage = ({ kind }: { kind: Kind }) => {
  const { id = kind.single } = useParams<{ id: string }>();
  useDropUntouched(kind.kind, id);
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
  const isEmpty = view.of(kind.kind).length === 0 && !isReadOnly;
  const hint =
    kind.create === null ? "admin.chooseOnly" : isEmpty ? "admin.startHint" : "admin.chooseHint";
  return (
    <div className="admin-about">
      <h2>{t(kind.label)}</h2>
      <p>{t(kind.about)}</p>
      <p className="faint">{t(hint)}</p>
    </div>
  );
};
