import { Button, Input, Segmented, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, useNavigate, useParams } from "react-router-dom";
import { useAdmin } from "../core/adminContext";
import { draftKey, isNewDraft, newDraftId, putDraft, useDrafts } from "../core/drafts";
import { useDropUntouched } from "../core/useDropUntouched";
import { EmployeeEditor } from "./EmployeeEditor";
import { type EmployeeItem, emptyEmployee, itemOf } from "./employeeForm";

const AREA = "employees";
type Filter = "working" | "left";

/** Who works here: whoever comes can sign in at once, whoever leaves finishes his call. */
export const EmployeesPage = () => {
  const { t } = useTranslation();
  const { view, isReadOnly } = useAdmin();
  const navigate = useNavigate();
  const { id } = useParams<{ id: string }>();
  const drafts = useDrafts();
  useDropUntouched(AREA, id);
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<Filter>("working");

  const prefix = draftKey(AREA, "");
  const fresh = Object.entries(drafts)
    .map(([key, draft]) => ({
      id: key.slice(prefix.length),
      key,
      item: draft.item as EmployeeItem,
    }))
    .filter((row) => row.key.startsWith(prefix) && isNewDraft(row.id));
  const staff = view.people
    .filter(({ isActive }) => isActive === (filter === "working"))
    .map((person) => ({ id: person.employeeId, item: itemOf(person) }))
    .sort((left, right) => left.item.displayName.localeCompare(right.item.displayName));
  const found = [...fresh, ...staff].filter(({ item }) =>
    `${item.displayName} ${item.login} ${t(`role.${item.role}`)}`
      .toLowerCase()
      .includes(search.trim().toLowerCase()),
  );
  const handleNew = (): void => {
    const key = newDraftId();
    putDraft(AREA, key, { item: emptyEmployee, base: null, isTouched: false });
    void navigate(`/admin/${AREA}/${key}`);
  };
  return (
    <div className="kind-page" data-testid="kind-employees">
      <aside className="kind-list" aria-label={t("admin.employees")}>
        <div className="row kind-tools">
          <Input
            size="small"
            allowClear
            aria-label={t("admin.search")}
            placeholder={t("admin.searchHint", { total: view.people.length })}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        <div className="row kind-tools">
          {isReadOnly ? null : (
            <Button type="primary" size="small" data-testid="new-item" onClick={handleNew}>
              + {t("employees.new")}
            </Button>
          )}
          <Segmented<Filter>
            size="small"
            value={filter}
            options={(["working", "left"] as const).map((value) => ({
              value,
              label: t(`employees.${value}`),
            }))}
            onChange={setFilter}
          />
        </div>
        <nav className="scroll kind-rows">
          {found.map(({ id: key, item }) => (
            <NavLink
              key={key}
              to={`/admin/${AREA}/${key}`}
              className="kind-row"
              data-testid="kind-row"
              data-id={key}
            >
              <span className="row">
                <span className="clip grow">{item.displayName || t("admin.unnamed")}</span>
                {draftKey(AREA, key) in drafts ? (
                  <Tag color="orange">{t("admin.draft")}</Tag>
                ) : null}
              </span>
              <span className="kind-subtitle">
                {t(`role.${item.role}`)}
                {item.login === "" ? "" : ` · ${item.login}`}
              </span>
            </NavLink>
          ))}
          {found.length === 0 ? <p className="admin-hint">{t("admin.notFound")}</p> : null}
        </nav>
      </aside>
      <div className="kind-detail">
        {id === undefined ? (
          <div className="admin-about">
            <h2>{t("admin.employees")}</h2>
            <p>{t("employees.about")}</p>
          </div>
        ) : (
          <EmployeeEditor key={id} id={id} />
        )}
      </div>
    </div>
  );
};
