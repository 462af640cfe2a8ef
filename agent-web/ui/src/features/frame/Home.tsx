import type { Session } from "../../contracts/rest";
import { AgentFrame } from "./AgentFrame";
import { OfficeFrame } from "./OfficeFrame";
import { SupervisorFrame } from "./SupervisorFrame";

/** What this page is to whoever has signed in: an agent's desk, or the office of supervisor and administrator. */
export const Home = ({ session }: { session: Session }) => {
  switch (session.role) {
    case "agent":
      return <AgentFrame key={session.employeeId} session={session} />;
    case "supervisor":
      return <SupervisorFrame key={session.employeeId} session={session} />;
    case "administrator":
      return <OfficeFrame session={session} />;
  }
};
