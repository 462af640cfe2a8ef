import { Button, Input, Segmented, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, useLocation, useNavigate, useParams } from "react-router-dom";
import { languages } from "../../../i18n/i18n";
import { useAdmin } from "../core/adminContext";
import { NewPrompt } from "./NewPrompt";
import { PromptEditor } from "./PromptEditor";
import { UploadMany } from "./UploadMany";
import { type ShelfRow, usePrompts } from "./usePrompts";

const NEW = "~new";
type Filter = "all" | "missing" | "unused";

const holds: Record<Filter, (row: ShelfRow) => boolean> = {
  all: () => true,
  missing: (row) => row.missing.length > 0,
  unused: (row) => row.prompt?.unused === true && !row.prompt.builtIn,
};

/** Everything that callers hear: what is there, what is missing, what nobody plays. */
export const PromptsPage = () => {
  const { t } = useTranslation();
  const { isReadOnly } = useAdmin();
  const navigate = useNavigate();
  const location = useLocation(); // To ask for a new one again empties the page.
  const { id } = useParams<{ id: string }>();
  const { rows, isError, retry, refresh } = usePrompts();
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const count = (by: Filter): number => (rows ?? []).filter(holds[by]).length;
  const found = (rows ?? []).filter(
    (row) =>
      holds[filter](row) && `${row.name} ${row.id}`.toLowerCase().includes(search.toLowerCase()),
  );
  const open = rows?.find((row) => row.id === id);
  const show = (prompt: string): void => void navigate(`/admin/prompts/${prompt}`);
  return (
    <div className="kind-page" data-testid="kind-prompts">
      <aside className="kind-list" aria-label={t("admin.prompts")}>
        <div className="row kind-tools">
          <Input
            size="small"
            allowClear
            aria-label={t("admin.search")}
            placeholder={t("admin.searchHint", { total: rows?.length ?? 0 })}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        <div className="row kind-tools">
          <Segmented<Filter>
            size="small"
            value={filter}
            options={(["all", "missing", "unused"] as const).map((value) => ({
              value,
              label: `${t(`prompts.${value}`)} ${count(value)}`,
            }))}
            onChange={setFilter}
          />
        </div>
        {isReadOnly ? null : (
          <div className="row kind-tools">
            <Button type="primary" size="small" data-testid="new-item" onClick={() => show(NEW)}>
              {t("prompts.new")}
            </Button>
            <UploadMany onDone={refresh} />
          </div>
        )}
        <nav className="scroll kind-rows">
          {isError ? (
            <p className="admin-hint">
              {t("prompts.loadFailed")}{" "}
              <Button size="small" onClick={retry}>
                {t("history.retry")}
              </Button>
            </p>
          ) : null}
          {found.map((row) => (
            <PromptRow key={row.id} row={row} />
          ))}
          {rows !== null && found.length === 0 ? (
            <p className="admin-hint">
              {t(rows.length === 0 ? "prompts.empty" : "admin.notFound")}
            </p>
          ) : null}
        </nav>
      </aside>
      <div className="kind-detail">
        {id === NEW ? (
          <NewPrompt
            key={location.key}
            rowOf={(key) => rows?.find((row) => row.id === key)}
            onChanged={refresh}
          />
        ) : open === undefined ? (
          <div className="admin-about">
            <h2>{t("admin.prompts")}</h2>
            <p>{t("prompts.about")}</p>
          </div>
        ) : (
          <PromptEditor
            key={open.id}
            row={open}
            onChanged={refresh}
            onRemoved={async () => {
              await refresh();
              void navigate("/admin/prompts");
            }}
          />
        )}
      </div>
    </div>
  );
};

const PromptRow = ({ row }: { row: ShelfRow }) => {
  const { t } = useTranslation();
  return (
    <NavLink
      to={`/admin/prompts/${row.id}`}
      className="kind-row"
      data-testid="kind-row"
      data-id={row.id}
    >
      <span className="row">
        <span className="clip grow">{row.name}</span>
        {row.prompt?.unused && !row.prompt.builtIn ? <Tag>{t("prompts.isUnused")}</Tag> : null}
      </span>
      <span className="kind-subtitle row">
        {languages.map((language) => (
          <span key={language} className={markOf(row, language)}>
            {language.toUpperCase()}
          </span>
        ))}
        {row.missing.length > 0 ? (
          <span className="requirement-nobody">{t("prompts.lacks")}</span>
        ) : null}
      </span>
    </NavLink>
  );
};

const markOf = (row: ShelfRow, language: (typeof languages)[number]): string => {
  if (row.prompt?.languages[language] !== undefined) return "language-mark is-there";
  return row.missing.includes(language) ? "language-mark is-missing" : "language-mark";
};
