import type { Employee } from "../../../contracts/employees";
import type { RuleProblem } from "../../../contracts/rules";
import type { Language, Role } from "../../../contracts/shared";

/** What is typed about an employee, without the password: that is never kept. */
export interface EmployeeItem {
  id: string;
  login: string;
  displayName: string;
  role: Role;
  language: Language;
  isActive: boolean;
  mayListenUnseen: boolean;
}

export const emptyEmployee: EmployeeItem = {
  id: "",
  login: "",
  displayName: "",
  role: "agent",
  language: "ru",
  isActive: true,
  mayListenUnseen: true,
};

export const itemOf = ({ employeeId, ...rest }: Employee): EmployeeItem => ({
  id: employeeId,
  ...rest,
});

export const PASSWORD_MIN = 12;
const PASSWORD_MAX = 200;
const NAME_MAX = 100;
const LOGIN = /^[a-zA-Z0-9._@-]{1,64}$/;

/** What the page sees by itself. Someone new needs a password; for others an empty one stays as it is. */
export const employeeProblems = (
  item: EmployeeItem,
  password: string,
  isNew: boolean,
): RuleProblem[] => {
  const problems: RuleProblem[] = [];
  const add = (code: string, field: string, args: RuleProblem["args"] = {}): void =>
    void problems.push({ code, field, args });
  if (item.displayName.trim() === "") add("missing", "displayName");
  if (item.displayName.length > NAME_MAX) add("too-long", "displayName", { max: `${NAME_MAX}` });
  if (isNew && item.login.trim() === "") add("missing", "login");
  else if (isNew && !LOGIN.test(item.login.trim())) add("login-invalid", "login");
  if (isNew || password !== "") {
    if (password.length < PASSWORD_MIN)
      add("password-short", "password", { min: `${PASSWORD_MIN}` });
    if (password.length > PASSWORD_MAX) add("too-long", "password", { max: `${PASSWORD_MAX}` });
  }
  return problems;
};

/** What the server refuses, as a problem of a field; null where it belongs to none. */
export const refusalOf = (code: string): RuleProblem | null => {
  switch (code) {
    case "login-taken":
      return { code, field: "login", args: {} };
    case "last-administrator":
      return { code, field: "role", args: {} };
    case "password-too-weak":
      return { code: "password-short", field: "password", args: { min: `${PASSWORD_MIN}` } };
    default:
      return null;
  }
};
