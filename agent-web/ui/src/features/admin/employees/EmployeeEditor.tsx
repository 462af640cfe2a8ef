import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router-dom";
import { employeesApi } from "../../../connection/employeesApi";
import { Problem } from "../../../connection/restClient";
import type { RuleProblem } from "../../../contracts/rules";
import { wordsFor } from "../../../i18n/i18n";
import { KeyCap } from "../../../kit/KeyCap";
import { same } from "../../../shared/same";
import { employeesQuery, useAdmin } from "../core/adminContext";
import { dropDraft, isNewDraft, putDraft, useDraft } from "../core/drafts";
import { FormProvider } from "../core/formContext";
import { ProblemSummary } from "../core/ProblemSummary";
import { useSaveHotkey } from "../core/useSaveHotkey";
import { Field } from "../fields/Field";
import { ChoiceField, SwitchField, TextField } from "../fields/inputs";
import { languageOptions } from "../kinds/options";
import {
  type EmployeeItem,
  employeeProblems,
  emptyEmployee,
  itemOf,
  refusalOf,
} from "./employeeForm";

const AREA = "employees";
const SAVE_HOTKEY = "Ctrl+S";
const roles = ["agent", "supervisor", "administrator"] as const;

/** One employee: who he is, what he may do, how he signs in. */
export const EmployeeEditor = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const { view, isReadOnly } = useAdmin();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isNew = isNewDraft(id);
  const draft = useDraft(AREA, id);
  const known = view.person(id);
  const saved = known === null ? null : itemOf(known);
  const item = (draft?.item as EmployeeItem | undefined) ?? saved ?? (isNew ? emptyEmployee : null);
  const [password, setPassword] = useState("");
  const [problems, setProblems] = useState<readonly RuleProblem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const isDirty = draft !== null || password !== "";

  const handleSave = async (): Promise<void> => {
    if (item === null || isReadOnly || !isDirty || isBusy) return;
    const own = employeeProblems(item, password, isNew);
    setProblems(own);
    if (own.length > 0) return;
    setBusy(true);
    try {
      const { id: _, login, isActive, ...rest } = item;
      const kept = isNew
        ? await employeesApi.add({ login: login.trim(), password, ...rest })
        : await employeesApi.change(id, { ...rest, isActive, password: password || null });
      setPassword("");
      await queries.fetchQuery({ ...employeesQuery, staleTime: 0 });
      dropDraft(AREA, id);
      void message.success(t("employees.saved"));
      void navigate(`/admin/${AREA}/${kept.employeeId}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const refusal = refusalOf(error.code);
      if (refusal !== null) setProblems([refusal]);
      else void message.error(t("admin.notSaved", { why: wordsFor("adminFault", error.code) }), 8);
    } finally {
      setBusy(false);
    }
  };
  useSaveHotkey(SAVE_HOTKEY, () => void handleSave());
  if (item === null) return <p className="admin-hint">{t("employees.gone")}</p>;

  const change = (part: Partial<EmployeeItem>): void => {
    const next = { ...item, ...part };
    setProblems([]);
    if (same(next, saved)) dropDraft(AREA, id);
    else putDraft(AREA, id, { item: next, base: saved, isTouched: true });
  };
  return (
    <FormProvider value={{ problems, isReadOnly }}>
      <form
        className="editor"
        data-testid="editor"
        onSubmit={(event) => {
          event.preventDefault();
          void handleSave();
        }}
      >
        <header className="editor-bar">
          <h2 className="editor-title clip">{item.displayName || t("admin.unnamed")}</h2>
          {item.isActive ? null : <Tag>{t("employees.hasLeft")}</Tag>}
          {draft === null ? null : <Tag color="orange">{t("admin.draft")}</Tag>}
          <span className="grow" />
          {isReadOnly ? null : (
            <>
              <Button
                type="primary"
                size="small"
                htmlType="submit"
                data-testid="save"
                loading={isBusy}
                disabled={!isDirty}
              >
                {t("admin.save")} <KeyCap hotkey={SAVE_HOTKEY} />
              </Button>
              {isDirty ? (
                <Button
                  size="small"
                  disabled={isBusy}
                  onClick={() => {
                    setPassword("");
                    setProblems([]);
                    dropDraft(AREA, id);
                    if (isNew) void navigate(`/admin/${AREA}`);
                  }}
                >
                  {t("admin.discard")}
                </Button>
              ) : null}
            </>
          )}
          {saved?.role === "agent" ? (
            <Link to={`/admin/agent/${id}`}>{t("employees.toSkills")}</Link>
          ) : null}
        </header>
        <div className="editor-body">
          <ProblemSummary problems={problems} />
          <TextField
            name="displayName"
            value={item.displayName}
            autoFocus={isNew}
            onChange={(displayName) => change({ displayName })}
          />
          {isNew ? (
            <TextField name="login" value={item.login} onChange={(login) => change({ login })} />
          ) : (
            <Field name="login">
              {(control) => <Input {...control} value={item.login} disabled />}
            </Field>
          )}
          <ChoiceField
            name="role"
            value={item.role}
            options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            onChange={(role) => change({ role })}
          />
          {item.role === "supervisor" ? (
            <SwitchField
              name="mayListenUnseen"
              value={item.mayListenUnseen}
              onChange={(mayListenUnseen) => change({ mayListenUnseen })}
            />
          ) : null}
          <ChoiceField
            name="pageLanguage"
            at="language"
            value={item.language}
            options={languageOptions()}
            onChange={(language) => change({ language })}
          />
          {isNew ? null : (
            <SwitchField
              name="isActive"
              value={item.isActive}
              onChange={(isActive) => change({ isActive })}
            />
          )}
          {isReadOnly ? null : (
            <Field name="password" hint={t(isNew ? "employees.first" : "employees.newPassword")}>
              {(control) => (
                <Input.Password
                  {...control}
                  autoComplete="new-password"
                  value={password}
                  onChange={(event) => {
                    setPassword(event.target.value);
                    setProblems([]);
                  }}
                />
              )}
            </Field>
          )}
        </div>
      </form>
    </FormProvider>
  );
};
