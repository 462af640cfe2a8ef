import type { Language, Role } from "./shared";

export interface Employee {
  employeeId: string;
  login: string;
  displayName: string;
  role: Role;
  language: Language;
  /** False: he has left. */
  isActive: boolean;
  /** Of a supervisor: agents do not see him listen, where the rules hide it. */
  mayListenUnseen: boolean;
}

export interface NewEmployee {
  login: string;
  displayName: string;
  role: Role;
  language: Language;
  password: string;
  mayListenUnseen: boolean;
}

export interface EmployeeChange {
  displayName: string;
  role: Role;
  language: Language;
  isActive: boolean;
  mayListenUnseen: boolean;
  /** A new one; null: as it is. */
  password: string | null;
}
