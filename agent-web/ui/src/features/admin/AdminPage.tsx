import { Badge } from "antd";
import { useTranslation } from "react-i18next";
import { Navigate, NavLink, Route, Routes } from "react-router-dom";
import type { Session } from "../../contracts/rest";
import { adminSections } from "./catalog";
import { AdminProvider, useAdmin } from "./core/adminContext";
import { useDrafts } from "./core/drafts";
import "./admin.css";

const all = adminSections.flatMap(({ sections }) => sections);
const first = all[0]?.path ?? "";

/** Business administration: everything about the centre that people set up without programming. */
export const AdminPage = ({ session }: { session: Session }) => (
  <AdminProvider session={session}>
    <div className="admin" data-testid="admin">
      <Sections />
      <div className="admin-page">
        <Routes>
          {all.map(({ path, page }) => (
            <Route key={path} path={path}>
              <Route index element={page} />
              <Route path=":id" element={page} />
            </Route>
          ))}
          <Route path="*" element={<Navigate to={`/admin/${first}`} replace />} />
        </Routes>
      </div>
    </div>
  </AdminProvider>
);

const Sections = () => {
  const { t } = useTranslation();
  const { view, isReadOnly } = useAdmin();
  const drafts = Object.entries(useDrafts());
  const unsaved = (path: string): number =>
    drafts.filter(([key, draft]) => key.startsWith(`${path}/`) && draft.isTouched).length;
  return (
    <nav className="admin-nav" aria-label={t("nav.admin")}>
      {adminSections.map((group) => (
        <div key={group.label}>
          <div className="admin-nav-group">{t(group.label)}</div>
          {group.sections.map(({ path, label }) => (
            <NavLink key={path} to={`/admin/${path}`} data-testid={`section-${path}`}>
              <span className="grow clip">{t(label)}</span>
              <Badge
                size="small"
                color="orange"
                count={unsaved(path)}
                title={t("admin.unsavedHere")}
              />
            </NavLink>
          ))}
        </div>
      ))}
      <div className="admin-version faint" title={t("admin.versionHint")}>
        {t("admin.version", { version: view.version })}
        {isReadOnly ? <div>{t("admin.readOnly")}</div> : null}
      </div>
    </nav>
  );
};
