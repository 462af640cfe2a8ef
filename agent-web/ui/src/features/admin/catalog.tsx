import type { ReactNode } from "react";
import type { MessageKey } from "../../i18n/messages";
import { KindPage } from "./core/KindPage";
import type { Kind } from "./core/kind";
import { EmployeesPage } from "./employees/EmployeesPage";
import { agent } from "./kinds/agent";
import { blackList } from "./kinds/blackList";
import { calendar } from "./kinds/calendar";
import { callerId } from "./kinds/callerId";
import { group } from "./kinds/group";
import { music } from "./kinds/music";
import { number } from "./kinds/number";
import { priority } from "./kinds/priority";
import { queue } from "./kinds/queue";
import { reason } from "./kinds/reason";
import { settings } from "./kinds/settings";
import { skill } from "./kinds/skill";
import { PromptsPage } from "./prompts/PromptsPage";
import { ApiKeysPage } from "./systems/ApiKeysPage";
import { WebHooksPage } from "./systems/WebHooksPage";

/** A page of administration: an entry of its menu, an address below /admin. */
export interface AdminSection {
  readonly path: string;
  readonly label: MessageKey;
  readonly page: ReactNode;
}

interface SectionGroup {
  readonly label: MessageKey;
  readonly sections: readonly AdminSection[];
}

const page = (kind: Kind): AdminSection => ({
  path: kind.kind,
  label: kind.label,
  page: <KindPage key={kind.kind} kind={kind} />,
});

/** Everything an administrator can set up, in the order shown. A kind of rule is one line; so is a page of its own. */
export const adminSections: readonly SectionGroup[] = [
  {
    label: "admin.people",
    sections: [
      page(agent),
      page(group),
      page(skill),
      { path: "employees", label: "admin.employees", page: <EmployeesPage /> },
    ],
  },
  {
    label: "admin.calls",
    sections: [
      page(number),
      page(queue),
      page(priority),
      page(calendar),
      page(blackList),
      page(callerId),
      page(music),
      { path: "prompts", label: "admin.prompts", page: <PromptsPage /> },
    ],
  },
  { label: "admin.centre", sections: [page(reason), page(settings)] },
  {
    label: "admin.systems",
    sections: [
      { path: "api-keys", label: "admin.apiKeys", page: <ApiKeysPage /> },
      { path: "web-hooks", label: "admin.webHooks", page: <WebHooksPage /> },
    ],
  },
];
