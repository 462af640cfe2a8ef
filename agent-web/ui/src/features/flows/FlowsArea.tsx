import { Route, Routes } from "react-router-dom";
import type { Session } from "../../contracts/rest";
import { FlowEditorPage } from "./editor/FlowEditorPage";
import { FlowsPage } from "./FlowsPage";

/** Everything about flows; a chunk of its own, which agents never load. */
export const FlowsArea = ({ session }: { session: Session }) => (
  <Routes>
    <Route index element={<FlowsPage />} />
    <Route path=":flowId" element={<FlowEditorPage session={session} />} />
  </Routes>
);
