import type { HistoryRow, Session } from "../../contracts/rest";

/** The server's rule: an agent opens and hears the calls that were his, a supervisor all. */
export const mayOpen = (row: HistoryRow, session: Session | null | undefined): boolean =>
  session?.role !== "agent" ||
  row.agentId === session.employeeId ||
  row.formerAgentIds.includes(session.employeeId);
