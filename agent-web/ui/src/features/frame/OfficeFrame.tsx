import { lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, NavLink, Route, Routes, useLocation } from "react-router-dom";
import type { Session } from "../../contracts/rest";
import { AdminPage } from "../admin/AdminPage";
import { HistoryView } from "../history/HistoryView";
import { DeskOptionsProvider } from "./deskOptions";
import { LanguageSwitch } from "./LanguageSwitch";
import { UserMenu } from "./UserMenu";
import "./frame.css";

const FloorPage = lazy(async () => ({
  default: (await import("../floor/FloorPage")).FloorPage,
}));

const WallBoard = lazy(async () => ({
  default: (await import("../floor/WallBoard")).WallBoard,
}));

const FlowsArea = lazy(async () => ({
  default: (await import("../flows/FlowsArea")).FlowsArea,
}));

const SurveysPage = lazy(async () => ({
  default: (await import("../surveys/SurveysPage")).SurveysPage,
}));

interface Props {
  session: Session;
  /** What stands in the header besides: a supervisor's telephone. */
  phone?: ReactNode;
  /** A line between header and page. */
  bar?: ReactNode;
  /** Where a supervisor serves callers of his own: those whom he took over. */
  desk?: ReactNode;
}

/** The page of a supervisor and an administrator. */
export const OfficeFrame = ({ session, phone, bar, desk }: Props) => {
  const { t } = useTranslation();
  const hasHistory = session.role === "supervisor";
  if (useLocation().pathname === "/wall") {
    return (
      <Suspense fallback={<p className="faint">{t("session.loading")}</p>}>
        <WallBoard />
      </Suspense>
    );
  }
  return (
    <div className="frame">
      <header className="header">
        <span className="brand">CrmUms</span>
        <nav className="office-nav">
          {desk === undefined ? null : (
            <NavLink to="/desk" data-testid="nav-desk">
              {t("nav.desk")}
            </NavLink>
          )}
          <NavLink to="/status" data-testid="nav-status">
            {t("nav.status")}
          </NavLink>
          {hasHistory ? (
            <NavLink to="/history" data-testid="nav-history">
              {t("nav.history")}
            </NavLink>
          ) : null}
          <NavLink to="/surveys" data-testid="nav-surveys">
            {t("nav.surveys")}
          </NavLink>
          {session.role === "administrator" ? (
            <NavLink to="/flows" data-testid="nav-flows">
              {t("nav.flows")}
            </NavLink>
          ) : null}
          <NavLink to="/admin" data-testid="nav-admin">
            {t("nav.admin")}
          </NavLink>
        </nav>
        <span className="grow" />
        {phone}
        <LanguageSwitch isSignedIn />
        <UserMenu session={session} isBlocked={false} />
      </header>
      {bar}
      <section className="panel office">
        <Routes>
          {desk === undefined ? null : <Route path="/desk" element={desk} />}
          <Route
            path="/status"
            element={
              <Suspense fallback={<p className="faint">{t("session.loading")}</p>}>
                <FloorPage session={session} />
              </Suspense>
            }
          />
          {hasHistory ? <Route path="/history" element={<EverybodysHistory />} /> : null}
          <Route
            path="/surveys"
            element={
              <Suspense fallback={<p className="faint">{t("session.loading")}</p>}>
                <SurveysPage />
              </Suspense>
            }
          />
          {session.role === "administrator" ? (
            <Route
              path="/flows/*"
              element={
                <Suspense fallback={<p className="faint">{t("session.loading")}</p>}>
                  <FlowsArea session={session} />
                </Suspense>
              }
            />
          ) : null}
          <Route path="/admin/*" element={<AdminPage session={session} />} />
          <Route path="*" element={<Navigate to={hasHistory ? "/history" : "/status"} replace />} />
        </Routes>
      </section>
    </div>
  );
};

const EverybodysHistory = () => (
  <DeskOptionsProvider>
    <HistoryView isOwn={false} />
  </DeskOptionsProvider>
);
