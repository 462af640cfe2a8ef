import type { Employee, EmployeeChange, NewEmployee } from "../contracts/employees";
import { rest } from "./rest";

export const employeesApi = {
  all: async (signal?: AbortSignal): Promise<Employee[]> =>
    (await rest.get<{ items: Employee[] }>("/api/employees", signal)).items,

  add: (employee: NewEmployee) => rest.change<Employee>("POST", "/api/employees", employee),

  change: (id: string, change: EmployeeChange) =>
    rest.change<Employee>("PUT", `/api/employees/${encodeURIComponent(id)}`, change),
};
