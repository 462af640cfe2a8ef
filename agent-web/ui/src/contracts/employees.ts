import type { Language, Role } from "./shared";

export interface Employee {
  employeeId: string;
  login: string;
  displayName: string;
  role: Role;
  language: Language;
  /** False: he has left. */
  isActive: boolean;
}

export interface NewEmployee {
  login: string;
  displayName: string;
  role: Role;
  language: Language;
  password: string;
}

export interface EmployeeChange {
  displayName: string;
  role: Role;
  language: Language;
  isActive: boolean;
  /** A new one; null: as it is. */
  password: string | null;
}
